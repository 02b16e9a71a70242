package io.nextgen.insight.delta;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.core.io.SimpleVersionedSerialization;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessage;
import org.apache.flink.streaming.api.connector.sink2.CommittableSummary;
import org.apache.flink.streaming.api.connector.sink2.CommittableWithLineage;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Gathers the files of all writers into one committable a checkpoint and gives it its transaction
 * identifier and fingerprint. Runs once, whatever the sink's parallelism.
 *
 * <p>The application id is drawn when the sink starts without state and from then on lives in
 * operator state, so that it survives a new job id, savepoints and rescaling. A fresh start never
 * takes over an old one: its checkpoints begin at 1 again and would be taken for replays. A job
 * without checkpoints has no state to keep it in, and starts each attempt from the beginning; there
 * the id is drawn when the job is put together.
 *
 * <p>The version is the checkpoint id of the messages. At the end of the input that is the id of
 * the checkpoint to come, so a job that is restored from the final checkpoint and goes on stays
 * above it.
 */
final class CommitAggregator extends AbstractStreamOperator<CommittableMessage<DeltaCommittable>>
    implements OneInputStreamOperator<
            CommittableMessage<DataFile>, CommittableMessage<DeltaCommittable>>,
        BoundedOneInput {

  private static final long serialVersionUID = 1L;

  private static final ConfigOption<Boolean> AFTER_TASKS_FINISH =
      CheckpointingOptions.ENABLE_CHECKPOINTS_AFTER_TASKS_FINISH;

  private static final ListStateDescriptor<String> APPLICATION_ID =
      new ListStateDescriptor<>("application-id", StringSerializer.INSTANCE);

  private static final ListStateDescriptor<byte[]> ORPHAN_SEARCH =
      new ListStateDescriptor<>("orphan-search", BytePrimitiveArraySerializer.INSTANCE);

  private static final ListStateDescriptor<Long> FINGERPRINT =
      new ListStateDescriptor<>("last-fingerprint", LongSerializer.INSTANCE);

  private static final ListStateDescriptor<String> TABLE_ID =
      new ListStateDescriptor<>("table-id", StringSerializer.INSTANCE);

  private static final OrphanSearchSerializer SEARCH_SERIALIZER = new OrphanSearchSerializer();

  /** Drawn when the job is put together, so that it is the same in all attempts. */
  private final String submission = UUID.randomUUID().toString();

  private final long submissionFingerprint = DeltaCommittable.newFingerprint();

  private final RestoreCheck restoreCheck;
  private final boolean removeOrphans;
  private final Duration orphansMinimumAge;

  private transient String applicationId;
  private transient ListState<Long> fingerprintState;
  private transient long lastFingerprint;
  private transient ListState<String> tableIdState;
  private transient Optional<String> tableId;
  private transient OrphanSearch orphans;
  private transient Set<String> activeOwners;
  private transient ListState<byte[]> orphanState;
  private transient OrphanRemovalThread orphanRemoval;
  private transient List<DataFile> files;
  private transient long newestCheckpointId;

  /**
   * @param removeOrphans see {@link DeltaSinkOptions#REMOVE_ORPHANS}
   * @param orphansMinimumAge see {@link DeltaSinkOptions#ORPHANS_MINIMUM_AGE}
   */
  CommitAggregator(RestoreCheck restoreCheck, boolean removeOrphans, Duration orphansMinimumAge) {
    this.restoreCheck = restoreCheck;
    this.removeOrphans = removeOrphans;
    this.orphansMinimumAge = orphansMinimumAge;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    files = new ArrayList<>();
    checkLastCheckpoint();
    fingerprintState = context.getOperatorStateStore().getListState(FINGERPRINT);
    lastFingerprint = newest(fingerprintState).orElse(DeltaCommittable.UNKNOWN);
    tableIdState = context.getOperatorStateStore().getListState(TABLE_ID);
    tableId = newest(tableIdState);
    ListState<String> state = context.getOperatorStateStore().getListState(APPLICATION_ID);
    OptionalLong restored = context.getRestoredCheckpointId();
    Optional<String> before = newest(state);
    if (before.isPresent()
        && restoreCheck.mayContinue(before.get(), restored.orElseThrow(), tableId)) {
      applicationId = before.get();
    } else {
      applicationId = hasCheckpoints() ? UUID.randomUUID().toString() : submission;
      lastFingerprint = DeltaCommittable.NONE;
    }
    state.update(List.of(applicationId));
    initializeOrphanSearch(context);
  }

  /**
   * Flink would end a bounded job without the checkpoint that commits its last rows.
   *
   * @throws NonRecoverableSinkException naming the option
   */
  private void checkLastCheckpoint() {
    if (hasCheckpoints() && !config.getConfiguration().get(AFTER_TASKS_FINISH)) {
      throw new NonRecoverableSinkException(
          AFTER_TASKS_FINISH.key()
              + " is false: a Delta sink would lose the rows after the last checkpoint when the input"
              + " ends. Set it to true, its default, or remove it.");
    }
  }

  private boolean hasCheckpoints() {
    return CheckpointingOptions.isCheckpointingEnabled(getContainingTask().getJobConfiguration());
  }

  private static <T> Optional<T> newest(ListState<T> state) throws Exception {
    T newest = null;
    for (T value : state.get()) {
      newest = value;
    }
    return Optional.ofNullable(newest);
  }

  private void initializeOrphanSearch(StateInitializationContext context) throws Exception {
    activeOwners = new HashSet<>();
    orphans = OrphanSearch.nothing();
    orphanState = context.getOperatorStateStore().getListState(ORPHAN_SEARCH);
    for (byte[] restored : orphanState.get()) {
      orphans = SimpleVersionedSerialization.readVersionAndDeSerialize(SEARCH_SERIALIZER, restored);
    }
    if (!removeOrphans) {
      orphans = OrphanSearch.nothing();
    } else if (context.getRestoredCheckpointId().isPresent()) {
      orphans = orphans.restored(context.getRestoredCheckpointId().getAsLong());
    }
    if (orphans.isPending()) {
      orphanRemoval =
          new OrphanRemovalThread(
              new OrphanRemoval(
                  restoreCheck.tablePath(),
                  restoreCheck.hadoop().toConfiguration(),
                  applicationId,
                  orphansMinimumAge),
              restoreCheck.tablePath(),
              getMetricGroup().counter("orphansRemoved"));
    }
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    fingerprintState.update(List.of(lastFingerprint));
    tableIdState.update(tableId.stream().toList());
    orphanState.update(
        List.of(SimpleVersionedSerialization.writeVersionAndSerialize(SEARCH_SERIALIZER, orphans)));
  }

  /** The table's newest checkpoint of ours goes up, and with it what is certain to be orphaned. */
  @Override
  public void notifyCheckpointComplete(long checkpointId) throws Exception {
    super.notifyCheckpointComplete(checkpointId);
    if (orphanRemoval == null || !orphans.isPending()) {
      return;
    }
    if (orphanRemoval.isComplete()) {
      orphans = orphans.done(activeOwners);
    } else {
      orphanRemoval.look(orphans);
    }
  }

  @Override
  public void close() throws Exception {
    try {
      if (orphanRemoval != null) {
        orphanRemoval.close();
      }
    } finally {
      super.close();
    }
  }

  @Override
  public void processElement(StreamRecord<CommittableMessage<DataFile>> element) {
    CommittableMessage<DataFile> message = element.getValue();
    newestCheckpointId = Math.max(newestCheckpointId, message.getCheckpointId());
    if (message instanceof CommittableWithLineage<DataFile> file) {
      files.add(file.getCommittable());
      DataFileName.of(file.getCommittable().path())
          .ifPresent(
              name -> {
                orphans = orphans.with(name.owner());
                activeOwners.add(name.owner());
              });
    }
  }

  /** The barriers of all writers are in, and with them all their files. */
  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) {
    emit(checkpointId, DeltaCommittable.newFingerprint());
  }

  /**
   * Without checkpoints this commits the whole input, and an attempt that failed after its commit
   * is repeated from the start: its committable has the same identity, whatever its files.
   */
  @Override
  public void endInput() {
    emit(
        newestCheckpointId,
        hasCheckpoints() ? DeltaCommittable.newFingerprint() : submissionFingerprint);
  }

  private void emit(long checkpointId, long fingerprint) {
    if (files.isEmpty()) {
      return;
    }
    tableId = tableId.or(restoreCheck::tableId);
    DeltaCommittable committable =
        new DeltaCommittable(
            applicationId, checkpointId, fingerprint, lastFingerprint, tableId, files);
    lastFingerprint = fingerprint;
    output.collect(new StreamRecord<>(new CommittableSummary<>(0, 1, checkpointId, 1, 0)));
    output.collect(new StreamRecord<>(new CommittableWithLineage<>(committable, checkpointId, 0)));
    files.clear();
  }
}
