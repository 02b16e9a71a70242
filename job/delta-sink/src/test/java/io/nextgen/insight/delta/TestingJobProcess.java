package io.nextgen.insight.delta;

import io.nextgen.insight.delta.TestingJob.Ending;
import java.nio.file.Path;

/**
 * A {@link TestingJob} as the main program of a process, which can be killed. It goes on from the
 * newest checkpoint that it finds in its directory.
 *
 * <p>Arguments: the directory, the number of rows, {@code slow} for a job that takes long or {@code
 * fast} for one that soon comes to its end, and, where the job id must be a certain one, that id.
 * It says {@code running} when all tasks run and {@code read ROWS DISTINCT} when it has ended and
 * Kernel has read the table.
 */
final class TestingJobProcess {

  private TestingJobProcess() {}

  public static void main(String[] args) throws Exception {
    TestingJob job = new TestingJob(Path.of(args[0])).rows(Long.parseLong(args[1]));
    job.restoreFrom(job.newestCheckpoint().orElse(null));
    if (args.length > 3) {
      job.jobId(args[3]);
    }
    if (args[2].equals("slow")) {
      job.runUntilKilled(() -> System.out.println("running"));
    } else {
      job.run(Ending.END_OF_INPUT);
    }
    var ids = job.ids();
    System.out.printf("read %d %d%n", ids.size(), ids.stream().distinct().count());
  }
}
