CREATE OR REPLACE VIEW gold.current_customer_risk (
  cust_id         COMMENT 'the customer',
  Region          COMMENT 'newest region of the customer',
  tier            COMMENT 'LOW, ELEVATED, HIGH or CRITICAL',
  previous_tier   COMMENT 'the tier before the last change',
  high_risk_chats COMMENT 'high-risk chats in the window',
  repeated_issues COMMENT 'technical issues that two or more chats of the window speak of',
  window_days     COMMENT 'length of the window in days',
  as_of           COMMENT 'end of the window, by the time of the chats',
  trigger_chat_id COMMENT 'the chat that changed the standing',
  changed_at      COMMENT 'when the standing changed'
)
COMMENT 'Where each customer stands today: the newest row of gold.customer_risk'
AS
SELECT cust_id, newest.Region, newest.tier, newest.previous_tier, newest.high_risk_chats, newest.repeated_issues,
  newest.window_days, newest.as_of, newest.trigger_chat_id, newest.changed_at
FROM (
  SELECT cust_id, max_by(struct(*), struct(changed_at, as_of, trigger_chat_id)) AS newest
  FROM gold.customer_risk
  GROUP BY cust_id
)
