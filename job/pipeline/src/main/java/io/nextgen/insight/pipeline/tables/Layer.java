package io.nextgen.insight.pipeline.tables;

import java.util.Locale;

/** The layers of the lake, each a folder below its root. */
public enum Layer {
  BRONZE,
  SILVER,
  GOLD;

  /** The folder's name, such as {@code bronze}. */
  public String folder() {
    return name().toLowerCase(Locale.ROOT);
  }
}
