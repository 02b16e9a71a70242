package io.nextgen.insight.delta;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.connector.sink2.Committer.CommitRequest;

/** A request that behaves as Flink's: what is to be retried is committed again at once. */
final class TestingCommitRequest implements CommitRequest<DeltaCommittable> {

  private static final int LIMIT = 10;

  private final DeltaCommittable committable;
  private int retries;
  private boolean pending = true;
  private boolean alreadyCommitted;

  private TestingCommitRequest(DeltaCommittable committable) {
    this.committable = committable;
  }

  /** Requests to a committer that has no reason to retry. */
  static Collection<CommitRequest<DeltaCommittable>> of(DeltaCommittable... committables) {
    return List.copyOf(Stream.of(committables).map(TestingCommitRequest::new).toList());
  }

  /** Commits with as many retries as Flink allows by default. */
  static List<TestingCommitRequest> commit(
      DeltaCommitter committer, DeltaCommittable... committables)
      throws IOException, InterruptedException {
    List<TestingCommitRequest> requests =
        Stream.of(committables).map(TestingCommitRequest::new).toList();
    for (int attempt = 0; attempt <= LIMIT; attempt++) {
      List<TestingCommitRequest> left = requests.stream().filter(r -> r.pending).toList();
      if (left.isEmpty()) {
        return requests;
      }
      left.forEach(request -> request.pending = false);
      committer.commit(List.copyOf(left));
    }
    throw new IOException("Failed to commit after " + LIMIT + " retries");
  }

  boolean isAlreadyCommitted() {
    return alreadyCommitted;
  }

  @Override
  public DeltaCommittable getCommittable() {
    return committable;
  }

  @Override
  public int getNumberOfRetries() {
    return retries;
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
    retries++;
    pending = true;
  }

  @Override
  public void updateAndRetryLater(DeltaCommittable changed) {
    throw new AssertionError("What is committed never changes");
  }

  @Override
  public void signalAlreadyCommitted() {
    alreadyCommitted = true;
  }
}
