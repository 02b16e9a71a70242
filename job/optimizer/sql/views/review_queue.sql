CREATE OR REPLACE VIEW gold.review_queue (
  chat_id           COMMENT 'the chat',
  cust_id           COMMENT 'the customer',
  Region            COMMENT 'region of the ticket; null where the chat has no ticket',
  Priority          COMMENT 'priority of the ticket',
  product           COMMENT 'product of the ticket',
  event_time        COMMENT 'when the chat took place',
  why               COMMENT 'NOT_READ: the AI gave no full answer; SPEAKERS_UNKNOWN: turns of the customer cannot be told from those of the company; NOT_SURE: its confidence is low; ASKED_FOR: the rules send it to a person',
  sentiment         COMMENT 'what the AI made of it',
  confidence        COMMENT 'how sure the AI is, 0 to 1',
  is_high_risk      COMMENT 'negative sentiment and at least one technical issue',
  ai_insights       COMMENT 'what the AI found, in a line',
  enrichment_status COMMENT 'OK, or why the answer of the AI is missing or partial',
  enriched_at       COMMENT 'since when it waits'
)
COMMENT 'Chats that a person should read, and why'
AS
SELECT chat_id, cust_id, Region, Priority, product, event_time,
  CASE
    WHEN enrichment_status <> 'OK' THEN 'NOT_READ'
    WHEN speakers_unknown THEN 'SPEAKERS_UNKNOWN'
    WHEN needs_review THEN 'NOT_SURE'
    ELSE 'ASKED_FOR'
  END AS why,
  sentiment, confidence, is_high_risk, ai_insights, enrichment_status, enriched_at
FROM gold.current_customer_insights
WHERE needs_review OR next_action = 'HUMAN_REVIEW' OR enrichment_status <> 'OK'
