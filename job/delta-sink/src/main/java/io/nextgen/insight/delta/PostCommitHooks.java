package io.nextgen.insight.delta;

import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.CheckpointAlreadyExistsException;
import io.delta.kernel.hook.PostCommitHook;
import io.delta.kernel.hook.PostCommitHook.PostCommitHookType;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
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

  private static final int LONGEST_QUEUE = 32;
  private static final long IDLE_SECONDS = 30;
  private static final long CLOSE_SECONDS = 30;

  private final Engine engine;
  private final Runnable onCheckpoint;
  private final ThreadPoolExecutor executor;

  /**
   * @param onCheckpoint told, on the hooks' thread, that a new checkpoint of the log exists
   */
  PostCommitHooks(Engine engine, String threadName, Runnable onCheckpoint) {
    this.engine = engine;
    this.onCheckpoint = onCheckpoint;
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
    executor.execute(() -> hooks.forEach(hook -> run(version, hook)));
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
      if (hook.getType() == PostCommitHookType.CHECKPOINT) {
        onCheckpoint.run();
      }
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
