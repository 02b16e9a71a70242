package io.nextgen.insight.pipeline.bronze;

import io.nextgen.insight.pipeline.model.SchemaDrift;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Adds up drifted fields until the next checkpoint, so that a field that is new in every record is
 * one message and not a million. What it holds goes on ahead of each barrier: it keeps no state,
 * and each record counts once.
 */
public final class DriftBundler extends AbstractStreamOperator<SchemaDrift>
    implements OneInputStreamOperator<SchemaDrift, SchemaDrift> {

  private static final long serialVersionUID = 1L;

  /** Counter of drifted fields, each once for every record that it is in. */
  static final String DRIFTED_FIELDS = "driftedFields";

  /** Of different fields; with more, the bundle goes on before the checkpoint. */
  static final int MAX_FIELDS = 1_000;

  private transient Map<String, SchemaDrift> bundle;
  private transient Counter driftedFields;

  @Override
  public void open() throws Exception {
    super.open();
    bundle = new LinkedHashMap<>();
    driftedFields = getMetricGroup().counter(DRIFTED_FIELDS);
  }

  @Override
  public void processElement(StreamRecord<SchemaDrift> element) {
    SchemaDrift field = element.getValue();
    driftedFields.inc(field.records());
    bundle.merge(field.identity(), field, SchemaDrift::plus);
    if (bundle.size() >= MAX_FIELDS) {
      sendOn();
    }
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) {
    sendOn();
  }

  @Override
  public void finish() {
    sendOn();
  }

  private void sendOn() {
    bundle.values().forEach(field -> output.collect(new StreamRecord<>(field)));
    bundle.clear();
  }
}
