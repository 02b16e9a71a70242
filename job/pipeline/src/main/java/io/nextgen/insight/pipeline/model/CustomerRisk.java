package io.nextgen.insight.pipeline.model;

import java.time.Instant;
import java.util.List;

/**
 * A change of a customer's standing: a row of {@code gold.customer_risk}.
 *
 * @param region of the newest chat that has one; null where none has
 * @param previousTier {@link RiskTier#LOW} for a customer's first row: nobody begins at risk
 * @param highRiskChats high-risk chats in the window
 * @param repeatedIssues technical issues that two or more chats of the window speak of
 * @param windowDays the window's length in days
 * @param asOf the window's end (event time): the newest moment known of, of a chat of the customer
 *     or of the watermark
 * @param triggerChatId the chat that changed it; null where the window moved on without one
 * @param changedAt when the job found it out (processing time), always later than the customer's
 *     change before
 */
public record CustomerRisk(
    String custId,
    String region,
    RiskTier tier,
    RiskTier previousTier,
    int highRiskChats,
    List<String> repeatedIssues,
    int windowDays,
    Instant asOf,
    String triggerChatId,
    Instant changedAt) {}
