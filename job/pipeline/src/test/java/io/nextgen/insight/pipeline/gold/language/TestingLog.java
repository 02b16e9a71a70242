package io.nextgen.insight.pipeline.gold.language;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.flink.util.ExceptionUtils;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;

/** What is logged while it is open, down to the finest level. */
final class TestingLog extends AbstractAppender implements AutoCloseable {

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Level levelBefore;

  private TestingLog(Level levelBefore) {
    super("testing", null, null, false, Property.EMPTY_ARRAY);
    this.levelBefore = levelBefore;
  }

  static TestingLog ofEverything() {
    LoggerContext context = LoggerContext.getContext(false);
    TestingLog log = new TestingLog(context.getRootLogger().getLevel());
    log.start();
    context.getRootLogger().addAppender(log);
    Configurator.setRootLevel(Level.ALL);
    return log;
  }

  List<String> lines() {
    return lines;
  }

  @Override
  public void append(LogEvent event) {
    lines.add(event.getMessage().getFormattedMessage());
    if (event.getThrown() != null) {
      lines.add(ExceptionUtils.stringifyException(event.getThrown()));
    }
  }

  @Override
  public void close() {
    Configurator.setRootLevel(levelBefore);
    LoggerContext.getContext(false).getRootLogger().removeAppender(this);
    stop();
  }
}
