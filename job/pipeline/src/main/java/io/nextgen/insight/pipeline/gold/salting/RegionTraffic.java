package io.nextgen.insight.pipeline.gold.salting;

import java.util.Map;

/**
 * What one subtask saw in a short time.
 *
 * @param chats the number of chats by region
 */
public record RegionTraffic(Map<String, Long> chats) {}
