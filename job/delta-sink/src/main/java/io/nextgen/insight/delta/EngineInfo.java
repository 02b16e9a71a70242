package io.nextgen.insight.delta;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.apache.flink.runtime.util.EnvironmentInformation;

/** How the sink names itself in the log, with the versions of Flink and of the sink. */
final class EngineInfo {

  /** Such as {@code Flink/2.2.1 insight-delta-sink/0.1.0}; Kernel puts its own version before. */
  static final String TEXT =
      "Flink/" + EnvironmentInformation.getVersion() + " insight-delta-sink/" + sinkVersion();

  private EngineInfo() {}

  private static String sinkVersion() {
    try (InputStream in = EngineInfo.class.getResourceAsStream("delta-sink.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
