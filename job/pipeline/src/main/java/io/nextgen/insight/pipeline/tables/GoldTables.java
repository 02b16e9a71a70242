package io.nextgen.insight.pipeline.tables;

import static io.nextgen.insight.pipeline.tables.ColumnTypes.BOOLEAN;
import static io.nextgen.insight.pipeline.tables.ColumnTypes.DOUBLE;
import static io.nextgen.insight.pipeline.tables.ColumnTypes.INT;
import static io.nextgen.insight.pipeline.tables.ColumnTypes.STRING;
import static io.nextgen.insight.pipeline.tables.ColumnTypes.STRINGS;
import static io.nextgen.insight.pipeline.tables.ColumnTypes.TIMESTAMP;

import io.nextgen.insight.pipeline.model.CustomerInsight;
import io.nextgen.insight.pipeline.model.CustomerRisk;

/**
 * Read by the AI and decided. Without partitions: the Spark job Z-orders by {@code cust_id, Region,
 * Priority}, and a partition column could not be Z-ordered.
 */
public final class GoldTables {

  public static final LakeTable<CustomerInsight> CUSTOMER_INSIGHTS =
      LakeTable.<CustomerInsight>table(
              Layer.GOLD, "customer_insights", "What the AI found in each chat revision")
          .column("chat_id", STRING, "the chat's id", CustomerInsight::chatId)
          .column("revision", INT, "of the chat, from 1", CustomerInsight::revision)
          .column("cust_id", STRING, "the customer's id", CustomerInsight::custId)
          .column("ticket_id", STRING, "the ticket that the chat names", CustomerInsight::ticketId)
          .column("Region", STRING, "the ticket's region", CustomerInsight::region)
          .column("Priority", STRING, "the ticket's priority", CustomerInsight::priority)
          .column("product", STRING, "the ticket's product", CustomerInsight::product)
          .column("channel", STRING, "chat, phone, ...", CustomerInsight::channel)
          .column("language", STRING, "as the source says it", CustomerInsight::language)
          .column("event_time", TIMESTAMP, "when the chat took place", CustomerInsight::eventTime)
          .column(
              "sentiment",
              STRING,
              "positive, neutral, negative or mixed, of the customer's words",
              CustomerInsight::sentiment)
          .column(
              "confidence",
              DOUBLE,
              "how sure the service is of the sentiment, 0 to 1",
              CustomerInsight::confidence)
          .column("positive_score", DOUBLE, "0 to 1", CustomerInsight::positiveScore)
          .column("neutral_score", DOUBLE, "0 to 1", CustomerInsight::neutralScore)
          .column("negative_score", DOUBLE, "0 to 1", CustomerInsight::negativeScore)
          .column("key_phrases", STRINGS, "what the chat is about", CustomerInsight::keyPhrases)
          .column(
              "technical_issues",
              STRINGS,
              "technical problems that the customer speaks of",
              CustomerInsight::technicalIssues)
          .column(
              "churn_signals",
              STRINGS,
              "signs that the customer may leave",
              CustomerInsight::churnSignals)
          .column(
              "is_high_risk",
              BOOLEAN,
              "negative sentiment and at least one technical issue; false where speakers_unknown",
              CustomerInsight::highRisk)
          .column(
              "needs_review",
              BOOLEAN,
              "the confidence is below the threshold, or speakers_unknown: a person should read it",
              CustomerInsight::needsReview)
          .column(
              "next_action",
              STRING,
              "RETENTION_OUTREACH, HUMAN_REVIEW or NONE",
              CustomerInsight::nextAction)
          .column(
              "ai_insights", STRING, "what the AI found, in a line", CustomerInsight::aiInsights)
          .column(
              "enrichment_status",
              STRING,
              "OK, or why the service's answer is missing or partial",
              CustomerInsight::enrichmentStatus)
          .column(
              "enrichment_error",
              STRING,
              "the service's reason, where there is one",
              CustomerInsight::enrichmentError)
          .column("model_version", STRING, "of the service's model", CustomerInsight::modelVersion)
          .column("enriched_at", TIMESTAMP, "when the AI read it", CustomerInsight::enrichedAt)
          .column("ingested_at", TIMESTAMP, "when the job read it", CustomerInsight::ingestedAt)
          .column(
              "speakers_unknown",
              BOOLEAN,
              "the customer's turns cannot be told from the company's; all of them were read",
              CustomerInsight::speakersUnknown)
          .column(
              "event_time_in_future",
              BOOLEAN,
              "event_time is more than a day after ingested_at: the source's date is wrong",
              i -> FutureEventTime.isFuture(i.eventTime(), i.ingestedAt()))
          .unpartitioned();

  public static final LakeTable<CustomerRisk> CUSTOMER_RISK =
      LakeTable.<CustomerRisk>table(
              Layer.GOLD, "customer_risk", "One row each time a customer's standing changes")
          .column("cust_id", STRING, "the customer's id", CustomerRisk::custId)
          .column("Region", STRING, "the customer's newest region", CustomerRisk::region)
          .column("tier", STRING, "LOW, ELEVATED, HIGH or CRITICAL", CustomerRisk::tier)
          .column("previous_tier", STRING, "before this change", CustomerRisk::previousTier)
          .column(
              "high_risk_chats", INT, "high-risk chats in the window", CustomerRisk::highRiskChats)
          .column(
              "repeated_issues",
              STRINGS,
              "technical issues that two or more chats of the window speak of",
              CustomerRisk::repeatedIssues)
          .column("window_days", INT, "length of the window in days", CustomerRisk::windowDays)
          .column("as_of", TIMESTAMP, "end of the window, event time", CustomerRisk::asOf)
          .column(
              "trigger_chat_id", STRING, "the chat that changed it", CustomerRisk::triggerChatId)
          .column("changed_at", TIMESTAMP, "when the job found it out", CustomerRisk::changedAt)
          .unpartitioned();

  private GoldTables() {}
}
