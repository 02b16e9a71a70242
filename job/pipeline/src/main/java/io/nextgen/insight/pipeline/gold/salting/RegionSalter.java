package io.nextgen.insight.pipeline.gold.salting;

import io.nextgen.insight.pipeline.model.SilverChat;
import java.util.Map;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Gives each chat its {@code Region#salt}, by the plan that was announced last; one salt a region
 * until there is a plan. Lays the salts out for its own parallelism, which the operators behind the
 * {@code keyBy} share.
 */
final class RegionSalter extends BroadcastProcessFunction<SilverChat, SaltPlan, SaltedChat> {

  static final MapStateDescriptor<String, SaltPlan> PLAN =
      new MapStateDescriptor<>("salt-plan", Types.STRING, Types.POJO(SaltPlan.class));

  private static final String CURRENT = "current";
  private static final SaltPlan NO_PLAN = new SaltPlan(Map.of());

  private transient SaltPlan laidOut;
  private transient SaltLayout layout;

  @Override
  public void processElement(SilverChat chat, ReadOnlyContext context, Collector<SaltedChat> out)
      throws Exception {
    String region = SaltedChat.regionOf(chat);
    int salt = currentLayout(context).saltOf(region, chat.custId());
    out.collect(new SaltedChat(region, salt, chat));
  }

  private SaltLayout currentLayout(ReadOnlyContext context) throws Exception {
    SaltPlan plan = context.getBroadcastState(PLAN).get(CURRENT);
    if (layout == null || plan != laidOut) {
      TaskInfo task = getRuntimeContext().getTaskInfo();
      layout =
          SaltLayout.of(
              plan == null ? NO_PLAN : plan,
              task.getNumberOfParallelSubtasks(),
              task.getMaxNumberOfParallelSubtasks());
      laidOut = plan;
    }
    return layout;
  }

  @Override
  public void processBroadcastElement(SaltPlan plan, Context context, Collector<SaltedChat> out)
      throws Exception {
    context.getBroadcastState(PLAN).put(CURRENT, plan);
  }
}
