package io.nextgen.insight.pipeline.landing;

import java.io.IOException;

/**
 * The content of a file makes no sense from here on: its own fault, and the same at every further
 * attempt. Any other {@link IOException} is the storage's.
 */
final class BrokenStreamException extends IOException {

  private static final long serialVersionUID = 1L;

  BrokenStreamException(String message) {
    super(message);
  }
}
