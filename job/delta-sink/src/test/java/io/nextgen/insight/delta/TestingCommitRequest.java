package io.nextgen.insight.delta;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.connector.sink2.Committer.CommitRequest;

/** A request whose committer must not signal anything: it commits or throws. */
record TestingCommitRequest(DeltaCommittable getCommittable)
    implements CommitRequest<DeltaCommittable> {

  static Collection<CommitRequest<DeltaCommittable>> of(DeltaCommittable... committables) {
    return List.copyOf(Stream.of(committables).map(TestingCommitRequest::new).toList());
  }

  @Override
  public int getNumberOfRetries() {
    return 0;
  }

  @Override
  public void signalFailedWithKnownReason(Throwable t) {
    throw new AssertionError("This would drop the files", t);
  }

  @Override
  public void signalFailedWithUnknownReason(Throwable t) {
    throw new AssertionError("This would hide the reason", t);
  }

  @Override
  public void retryLater() {
    throw new AssertionError("Later is too late");
  }

  @Override
  public void updateAndRetryLater(DeltaCommittable committable) {
    throw new AssertionError("Later is too late");
  }

  @Override
  public void signalAlreadyCommitted() {
    throw new AssertionError("Not used");
  }
}
