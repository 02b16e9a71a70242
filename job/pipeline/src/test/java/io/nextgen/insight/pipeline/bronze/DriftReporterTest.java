package io.nextgen.insight.pipeline.bronze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.nextgen.insight.pipeline.model.DriftReport;
import io.nextgen.insight.pipeline.model.SchemaDrift;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DriftReporterTest {

  private static final long INTERVAL = BronzeOptions.DRIFT_INTERVAL.defaultValue().toMillis();

  private final Configuration config = new Configuration();
  private KeyedOneInputStreamOperatorTestHarness<String, SchemaDrift, DriftReport> reporter;

  @BeforeEach
  void open() throws Exception {
    reporter = harness();
    reporter.open();
  }

  @AfterEach
  void close() throws Exception {
    reporter.close();
  }

  @Test
  void reportsAtOnceWhatIsNewOrTwiceAsFrequent() throws Exception {
    for (int i = 0; i < 10; i++) {
      see("plan");
    }
    see("sla");

    assertThat(reports())
        .containsExactly(
            tuple("plan", 1L),
            tuple("plan", 2L),
            tuple("plan", 4L),
            tuple("plan", 8L),
            tuple("sla", 1L));
  }

  @Test
  void reportsTheRestAfterTheInterval() throws Exception {
    for (int i = 0; i < 7; i++) {
      see("plan");
    }
    reporter.setProcessingTime(INTERVAL);
    reporter.setProcessingTime(3 * INTERVAL);

    assertThat(reports())
        .containsExactly(
            tuple("plan", 1L), tuple("plan", 2L), tuple("plan", 4L), tuple("plan", 7L));
    assertThat(reporter.numProcessingTimeTimers()).isZero();
  }

  @Test
  void reportsTheRestAtTheEndOfTheInput() throws Exception {
    for (int i = 0; i < 3; i++) {
      see("plan");
    }
    reporter.processWatermark(Watermark.MAX_WATERMARK);

    assertThat(reports()).endsWith(tuple("plan", 3L));
  }

  @Test
  void tellsOnlySoManyFieldsOneByOne() throws Exception {
    config.set(BronzeOptions.DRIFT_FIELDS, 2);
    close();
    open();
    for (String path : List.of("a", "b", "c", "d", "a")) {
      see(path);
    }

    assertThat(reports())
        .containsExactly(
            tuple("a", 1L),
            tuple("b", 1L),
            tuple(SchemaDrift.OTHER_FIELDS, 1L),
            tuple(SchemaDrift.OTHER_FIELDS, 2L),
            tuple("a", 2L));
  }

  @Test
  void goesOnFromASnapshot() throws Exception {
    for (int i = 0; i < 3; i++) {
      see("plan");
    }
    OperatorSubtaskState snapshot = reporter.snapshot(1, 0);
    close();
    reporter = harness();
    reporter.initializeState(snapshot);
    reporter.open();
    see("plan");

    assertThat(reports()).containsExactly(tuple("plan", 4L));
  }

  @Test
  void forgetsAFieldThatNobodySeesAnyMore() throws Exception {
    reporter.setStateTtlProcessingTime(0);
    see("plan");
    reporter.setStateTtlProcessingTime(Duration.ofDays(91).toMillis());
    see("plan");

    assertThat(reports()).containsExactly(tuple("plan", 1L), tuple("plan", 1L));
  }

  @Test
  void refusesOptionsThatCannotBe() {
    assertThatThrownBy(
            () -> new DriftReporter(new Configuration().set(BronzeOptions.DRIFT_FIELDS, 0)))
        .isInstanceOf(IllegalConfigurationException.class)
        .hasMessageContaining("--bronze.drift-fields is '0'");
    assertThatThrownBy(
            () ->
                new DriftReporter(
                    new Configuration().set(BronzeOptions.DRIFT_INTERVAL, Duration.ZERO)))
        .isInstanceOf(IllegalConfigurationException.class)
        .hasMessageContaining("--bronze.drift-interval is '0 ms'");
  }

  private void see(String path) throws Exception {
    reporter.processElement(TestingDrift.field(path, 0), 0);
  }

  private List<Tuple> reports() {
    return reporter.extractOutputValues().stream()
        .map(each -> tuple(each.field().path(), each.field().records()))
        .toList();
  }

  private KeyedOneInputStreamOperatorTestHarness<String, SchemaDrift, DriftReport> harness()
      throws Exception {
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new DriftReporter(config)),
            field -> field.kind().name(),
            Types.STRING);
    harness
        .getExecutionConfig()
        .configure(
            new Configuration().set(PipelineOptions.GENERIC_TYPES, false),
            getClass().getClassLoader());
    return harness;
  }
}
