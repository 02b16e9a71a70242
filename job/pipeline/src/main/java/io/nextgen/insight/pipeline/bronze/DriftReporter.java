package io.nextgen.insight.pipeline.bronze;

import io.nextgen.insight.pipeline.model.DriftReport;
import io.nextgen.insight.pipeline.model.SchemaDrift;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Reports drifted fields; keyed by the kind of record. A field is reported the first time that it
 * is seen, whenever the number of its records has doubled, and otherwise every {@link
 * BronzeOptions#DRIFT_INTERVAL} where there is something new to tell. Its newest report is how it
 * stands.
 *
 * <p>State for a kind: {@link BronzeOptions#DRIFT_FIELDS} fields at most, each until it was not
 * seen for {@link BronzeOptions#DRIFT_MEMORY}; those beyond count as {@link
 * SchemaDrift#OTHER_FIELDS}. It holds no personal data.
 */
public final class DriftReporter extends KeyedProcessFunction<String, SchemaDrift, DriftReport> {

  private static final long serialVersionUID = 1L;

  private final long intervalMillis;
  private final int maxFields;
  private final StateTtlConfig memory;

  private transient MapState<String, ReportedField> fields;

  /**
   * @throws IllegalConfigurationException when an option is not above zero
   */
  public DriftReporter(ReadableConfig config) {
    this.intervalMillis = BronzeOptions.RULES.get(config, BronzeOptions.DRIFT_INTERVAL).toMillis();
    this.maxFields = BronzeOptions.RULES.get(config, BronzeOptions.DRIFT_FIELDS);
    Duration forgetAfter = BronzeOptions.RULES.get(config, BronzeOptions.DRIFT_MEMORY);
    this.memory = StateTtlConfig.newBuilder(forgetAfter).updateTtlOnCreateAndWrite().build();
  }

  @Override
  public void open(OpenContext context) {
    MapStateDescriptor<String, ReportedField> descriptor =
        new MapStateDescriptor<>("drifted-fields", Types.STRING, Types.POJO(ReportedField.class));
    descriptor.enableTimeToLive(memory);
    fields = getRuntimeContext().getMapState(descriptor);
  }

  @Override
  public void processElement(SchemaDrift seen, Context context, Collector<DriftReport> reports)
      throws Exception {
    ReportedField known = fields.get(seen.identity());
    if (known == null && !seen.path().equals(SchemaDrift.OTHER_FIELDS) && isFull()) {
      processElement(seen.asOneOfMany(), context, reports);
      return;
    }
    ReportedField now = known == null ? new ReportedField(seen, 0) : known.plus(seen);
    long time = context.timerService().currentProcessingTime();
    if (now.isDueAtOnce()) {
      now = now.reported();
      reports.collect(new DriftReport(now.field(), Instant.ofEpochMilli(time)));
    } else {
      context
          .timerService()
          .registerProcessingTimeTimer((time / intervalMillis + 1) * intervalMillis);
      // The end of the input, which does not wait for timers of processing time.
      context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
    }
    fields.put(seen.identity(), now);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<DriftReport> reports)
      throws Exception {
    Instant now = Instant.ofEpochMilli(context.timerService().currentProcessingTime());
    List<Map.Entry<String, ReportedField>> due = new ArrayList<>();
    for (Map.Entry<String, ReportedField> each : fields.entries()) {
      if (each.getValue().isDue()) {
        due.add(Map.entry(each.getKey(), each.getValue().reported()));
      }
    }
    for (Map.Entry<String, ReportedField> each : due) {
      fields.put(each.getKey(), each.getValue());
      reports.collect(new DriftReport(each.getValue().field(), now));
    }
  }

  /** Counted only when a field is new, so not often. */
  private boolean isFull() throws Exception {
    int count = 0;
    for (String ignored : fields.keys()) {
      count++;
    }
    return count >= maxFields;
  }
}
