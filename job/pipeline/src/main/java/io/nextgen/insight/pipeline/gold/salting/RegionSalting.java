package io.nextgen.insight.pipeline.gold.salting;

import io.nextgen.insight.pipeline.model.SilverChat;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Salts regions by their measured share of the traffic. The measuring runs beside the chats and not
 * around them: counts go to one planner, whose rare plans are broadcast to the salters.
 *
 * <pre>
 *   masked ──────────────────────────────────► salter ──► Region#salt
 *      └──► counter ──► planner (one) ──► broadcast ──┘
 * </pre>
 */
public final class RegionSalting {

  private static final int ONE_PLANNER = 0;

  private RegionSalting() {}

  /**
   * Chats with the key to batch them by. Chats of one customer and region stay in order, except in
   * the moment in which a new plan moves the customer to another salt.
   */
  public static DataStream<SaltedChat> salt(DataStream<SilverChat> chats) {
    BroadcastStream<SaltPlan> plans =
        chats
            .process(new RegionTrafficCounter())
            .name("count chats by region")
            .uid("region-traffic-counter")
            .keyBy(traffic -> ONE_PLANNER)
            .process(new SaltPlanner())
            .name("plan the salts of each region")
            .uid("salt-planner")
            .setParallelism(1)
            .broadcast(RegionSalter.PLAN);
    return chats
        .connect(plans)
        .process(new RegionSalter())
        .name("salt the region: Region#salt")
        .uid("region-salter");
  }
}
