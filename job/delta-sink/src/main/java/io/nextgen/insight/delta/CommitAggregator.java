package io.nextgen.insight.delta;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;
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
 * identifier. Runs once, whatever the sink's parallelism.
 *
 * <p>The application id is drawn when the sink starts without state and from then on lives in
 * operator state, so that it survives a new job id, savepoints and rescaling. A fresh start never
 * takes over an old one: its checkpoints begin at 1 again and would be taken for replays.
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

  private static final ListStateDescriptor<String> APPLICATION_ID =
      new ListStateDescriptor<>("application-id", StringSerializer.INSTANCE);

  private static final ListStateDescriptor<byte[]> ORPHAN_SEARCH =
      new ListStateDescriptor<>("orphan-search", BytePrimitiveArraySerializer.INSTANCE);

  private static final OrphanSearchSerializer SEARCH_SERIALIZER = new OrphanSearchSerializer();

  private final RestoreCheck restoreCheck;
  private final boolean removeOrphans;
  private final Duration orphansMinimumAge;

  private transient String applicationId;
  private transient OrphanSearch orphans;
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
    ListState<String> state = context.getOperatorStateStore().getListState(APPLICATION_ID);
    OptionalLong restored = context.getRestoredCheckpointId();
    for (String id : state.get()) {
      applicationId = id;
    }
    if (applicationId == null || !restoreCheck.mayContinue(applicationId, restored.orElseThrow())) {
      applicationId = UUID.randomUUID().toString();
    }
    state.update(List.of(applicationId));
    initializeOrphanSearch(context);
  }

  private void initializeOrphanSearch(StateInitializationContext context) throws Exception {
    orphans = OrphanSearch.nothing();
    orphanState = context.getOperatorStateStore().getListState(ORPHAN_SEARCH);
    for (byte[] restored : orphanState.get()) {
      orphans = SimpleVersionedSerialization.readVersionAndDeSerialize(SEARCH_SERIALIZER, restored);
    }
    if (context.getRestoredCheckpointId().isPresent()) {
      orphans = orphans.restored(context.getRestoredCheckpointId().getAsLong());
    }
    if (orphans.isPending() && removeOrphans) {
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
      orphans = orphans.done();
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
          .ifPresent(name -> orphans = orphans.with(name.owner()));
    }
  }

  /** The barriers of all writers are in, and with them all their files. */
  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) {
    emit(checkpointId);
  }

  @Override
  public void endInput() {
    emit(newestCheckpointId);
  }

  private void emit(long checkpointId) {
    if (files.isEmpty()) {
      return;
    }
    DeltaCommittable committable = new DeltaCommittable(applicationId, checkpointId, files);
    output.collect(new StreamRecord<>(new CommittableSummary<>(0, 1, checkpointId, 1, 0)));
    output.collect(new StreamRecord<>(new CommittableWithLineage<>(committable, checkpointId, 0)));
    files.clear();
  }
}
