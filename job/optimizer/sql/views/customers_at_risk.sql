CREATE OR REPLACE VIEW gold.customers_at_risk (
  cust_id            COMMENT 'the customer',
  tier               COMMENT 'ELEVATED, HIGH or CRITICAL',
  tier_rank          COMMENT '1 for CRITICAL, 2 for HIGH, 3 for ELEVATED: sort by it',
  Region             COMMENT 'newest region of the customer',
  product            COMMENT 'the product of the last high-risk chat',
  Priority           COMMENT 'the priority of the ticket of that chat',
  high_risk_chats    COMMENT 'high-risk chats in the window',
  repeated_issues    COMMENT 'technical issues that came up again',
  last_chat_id       COMMENT 'the last high-risk chat',
  last_chat_at       COMMENT 'its effective_time',
  last_issues        COMMENT 'technical issues in it',
  last_churn_signals COMMENT 'signs in it that the customer may leave',
  last_reason        COMMENT 'what the AI found in it',
  next_action        COMMENT 'what is to be done',
  changed_at         COMMENT 'when the standing of the customer changed'
)
COMMENT 'Customers above LOW, the most urgent first to call, with what their last high-risk chat was about'
AS
SELECT risk.cust_id, risk.tier,
  CASE risk.tier WHEN 'CRITICAL' THEN 1 WHEN 'HIGH' THEN 2 ELSE 3 END AS tier_rank,
  risk.Region, last.chat.product, last.chat.Priority, risk.high_risk_chats, risk.repeated_issues,
  last.chat.chat_id AS last_chat_id, last.chat.effective_time AS last_chat_at, last.chat.technical_issues AS last_issues,
  last.chat.churn_signals AS last_churn_signals, last.chat.ai_insights AS last_reason, last.chat.next_action,
  risk.changed_at
FROM gold.current_customer_risk risk
LEFT JOIN (
  SELECT cust_id, max_by(struct(*), struct(effective_time, chat_id)) AS chat
  FROM gold.current_customer_insights
  WHERE is_high_risk
  GROUP BY cust_id
) last ON last.cust_id = risk.cust_id
WHERE risk.tier <> 'LOW'
