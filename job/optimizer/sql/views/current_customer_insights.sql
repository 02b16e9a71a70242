CREATE OR REPLACE VIEW gold.current_customer_insights (
  chat_id              COMMENT 'the chat',
  revision             COMMENT 'its newest revision',
  cust_id              COMMENT 'the customer',
  ticket_id            COMMENT 'the ticket that the chat names',
  Region               COMMENT 'region of the ticket; null where the chat has no ticket',
  Priority             COMMENT 'priority of the ticket',
  product              COMMENT 'product of the ticket',
  channel              COMMENT 'chat, phone, ...',
  language             COMMENT 'as the source says it',
  event_time           COMMENT 'when the chat took place, as the source says it',
  effective_time       COMMENT 'event_time, or ingested_at where that is earlier: no chat is from the future',
  sentiment            COMMENT 'positive, neutral, negative or mixed, of the words of the customer',
  confidence           COMMENT 'how sure the AI is of the sentiment, 0 to 1',
  positive_score       COMMENT '0 to 1',
  neutral_score        COMMENT '0 to 1',
  negative_score       COMMENT '0 to 1',
  key_phrases          COMMENT 'what the chat is about',
  technical_issues     COMMENT 'technical problems that the customer speaks of',
  churn_signals        COMMENT 'signs that the customer may leave',
  is_high_risk         COMMENT 'negative sentiment and at least one technical issue',
  needs_review         COMMENT 'the AI is not sure, or speakers_unknown: a person should read the chat',
  next_action          COMMENT 'RETENTION_OUTREACH, HUMAN_REVIEW or NONE',
  ai_insights          COMMENT 'what the AI found, in a line',
  enrichment_status    COMMENT 'OK, or why the answer of the AI is missing or partial',
  enriched_at          COMMENT 'when the AI read it',
  ingested_at          COMMENT 'when the job read it',
  speakers_unknown     COMMENT 'turns of the customer cannot be told from those of the company; null in rows of earlier versions',
  event_time_in_future COMMENT 'the source dates the chat more than a day after it was read; null in rows of earlier versions'
)
COMMENT 'What the AI found in each chat: its newest revision alone'
AS
SELECT
  chat_id, revision, cust_id, ticket_id, Region, Priority,
  product, channel, language, event_time, least(event_time, ingested_at) AS effective_time, sentiment, confidence,
  positive_score, neutral_score, negative_score, key_phrases, technical_issues, churn_signals,
  is_high_risk, needs_review, next_action, ai_insights, enrichment_status, enriched_at,
  ingested_at, speakers_unknown, event_time_in_future
FROM (
  SELECT insight.*, row_number() OVER (PARTITION BY cust_id, chat_id ORDER BY revision DESC) AS newest_first
  -- A table of an earlier version has these columns only once the job of this version wrote to it.
  -- A name that the table lacks is found in "absent", by the scope rules of LATERAL.
  FROM (SELECT CAST(NULL AS BOOLEAN) AS speakers_unknown, CAST(NULL AS BOOLEAN) AS event_time_in_future) absent
  JOIN LATERAL (
    SELECT
      chat_id, revision, cust_id, ticket_id, Region, Priority,
      product, channel, language, event_time, sentiment, confidence,
      positive_score, neutral_score, negative_score, key_phrases, technical_issues, churn_signals,
      is_high_risk, needs_review, next_action, ai_insights, enrichment_status, enriched_at,
      ingested_at, speakers_unknown, event_time_in_future
    FROM gold.customer_insights
  ) insight
)
WHERE newest_first = 1
