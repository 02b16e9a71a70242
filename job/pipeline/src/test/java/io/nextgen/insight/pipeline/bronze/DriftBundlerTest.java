package io.nextgen.insight.pipeline.bronze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.nextgen.insight.pipeline.model.SchemaDrift;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DriftBundlerTest {

  private OneInputStreamOperatorTestHarness<SchemaDrift, SchemaDrift> bundler;

  @BeforeEach
  void open() throws Exception {
    bundler = new OneInputStreamOperatorTestHarness<>(new DriftBundler());
    bundler.open();
  }

  @AfterEach
  void close() throws Exception {
    bundler.close();
  }

  @Test
  void addsUpUntilTheBarrier() throws Exception {
    for (int i = 0; i < 3; i++) {
      bundler.processElement(TestingDrift.field("plan", i), 0);
    }
    bundler.processElement(TestingDrift.field("sla", 7), 0);
    assertThat(bundler.extractOutputValues()).isEmpty();

    bundler.prepareSnapshotPreBarrier(1);
    bundler.prepareSnapshotPreBarrier(2);

    assertThat(bundler.extractOutputValues())
        .extracting(
            SchemaDrift::path, SchemaDrift::records, SchemaDrift::firstSeen, SchemaDrift::lastSeen)
        .containsExactly(
            tuple("plan", 3L, TestingDrift.at(0), TestingDrift.at(2)),
            tuple("sla", 1L, TestingDrift.at(7), TestingDrift.at(7)));
  }

  @Test
  void holdsOnlySoManyFields() throws Exception {
    for (int i = 0; i < DriftBundler.MAX_FIELDS + 1; i++) {
      bundler.processElement(TestingDrift.field("f" + i, 0), 0);
    }

    assertThat(bundler.extractOutputValues()).hasSize(DriftBundler.MAX_FIELDS);
  }

  @Test
  void holdsNothingBackAtTheEnd() throws Exception {
    bundler.processElement(TestingDrift.field("plan", 0), 0);
    bundler.endInput();
    bundler.getOperator().finish();

    assertThat(bundler.extractOutputValues()).hasSize(1);
  }
}
