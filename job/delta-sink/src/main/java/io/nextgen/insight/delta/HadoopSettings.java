package io.nextgen.insight.delta;

import java.io.Serializable;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;

/**
 * Settings laid over the Hadoop configuration of the classpath. They travel with the job graph.
 *
 * @param values keys and values of Hadoop options; values may be secrets and are never printed
 */
record HadoopSettings(Map<String, String> values) implements Serializable {

  HadoopSettings {
    values = Map.copyOf(values);
  }

  Configuration toConfiguration() {
    Configuration configuration = new Configuration(OfClasspath.CONFIGURATION);
    values.forEach(configuration::set);
    configuration.setIfUnset(LocalDiskLogStore.SETTING, LocalDiskLogStore.class.getName());
    return configuration;
  }

  /** Parsed once: it takes longer than everything else that a writer does when it starts. */
  private static final class OfClasspath {
    private static final Configuration CONFIGURATION = new Configuration();

    static {
      CONFIGURATION.size();
    }
  }

  @Override
  public String toString() {
    return "HadoopSettings" + values.keySet();
  }
}
