package io.nextgen.insight.pipeline.gold;

import java.util.List;

/**
 * What a customer's history keeps of a chat.
 *
 * @param eventTime in milliseconds of the epoch
 * @param revision the newest that was seen
 */
public record RememberedChat(
    long eventTime, int revision, boolean highRisk, List<String> technicalIssues) {}
