package io.nextgen.insight.emulator;

/** A request that gets an error in place of results. */
final class RequestRefused extends Exception {

  private final int status;
  private final transient ServiceError error;

  RequestRefused(int status, ServiceError error) {
    super(status + " " + error.code());
    this.status = status;
    this.error = error;
  }

  int status() {
    return status;
  }

  ServiceError error() {
    return error;
  }
}
