package io.nextgen.insight.delta;

import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.CheckpointAlreadyExistsException;
import io.delta.kernel.hook.PostCommitHook;
import io.delta.kernel.hook.PostCommitHook.PostCommitHookType;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what Kernel wants written after a commit (checkpoints of the log, checksums) in the order
 * of the commits, on one thread, which ends when it has been idle. Commits wait only when they are
 * {@value #LONGEST_QUEUE} ahead. What fails here harms nobody's data: the log is longer to read
 * until the next checkpoint succeeds.
 */
final class PostCommitHooks implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PostCommitHooks.class);

  private static final Set<PostCommitHookType> SHORTENING =
      EnumSet.of(PostCommitHookType.CHECKPOINT, PostCommitHookType.CHECKSUM_FULL);

  private static final int LONGEST_QUEUE = 32;
  private static final long IDLE_SECONDS = 30;
  private static final long CLOSE_SECONDS = 30;

  private final Engine engine;
  private final Runnable onShorterLog;
  private final ThreadPoolExecutor executor;

  /**
   * @param onShorterLog told, on the hooks' thread, that reading the log again is worth it: there
   *     is a new checkpoint, or a checksum from which those of later versions follow without a full
   *     scan
   */
  PostCommitHooks(Engine engine, String threadName, Runnable onShorterLog) {
    this.engine = engine;
    this.onShorterLog = onShorterLog;
    this.executor =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(LONGEST_QUEUE),
            task -> {
              Thread thread = new Thread(task, threadName);
              thread.setDaemon(true);
              return thread;
            },
            PostCommitHooks::waitForPlace);
    executor.allowCoreThreadTimeOut(true);
  }

  void submit(long version, List<PostCommitHook> hooks) {
    executor.execute(
        () -> {
          hooks.forEach(hook -> run(version, hook));
          if (hooks.stream().map(PostCommitHook::getType).anyMatch(SHORTENING::contains)) {
            onShorterLog.run();
          }
        });
  }

  /** Waits until the hooks of all commits so far have run. */
  void await() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    executor.execute(done::countDown);
    done.await();
  }

  /** Lets the hooks of the commits so far finish, for a while, and ends the thread. */
  @Override
  public void close() {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("Post-commit hooks take longer than {} s, giving up", CLOSE_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      executor.shutdownNow();
    }
  }

  private void run(long version, PostCommitHook hook) {
    try {
      hook.threadSafeInvoke(engine);
    } catch (CheckpointAlreadyExistsException e) {
      LOG.debug("Version {} already has a checkpoint", version);
    } catch (IOException | RuntimeException e) {
      LOG.warn("Post-commit hook {} of version {} failed", hook.getType(), version, e);
    }
  }

  private static void waitForPlace(Runnable task, ThreadPoolExecutor executor) {
    try {
      executor.getQueue().put(task);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RejectedExecutionException("Interrupted while waiting for post-commit hooks", e);
    }
  }
}
