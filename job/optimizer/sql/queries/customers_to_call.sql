-- Whom to call first, and about what.
SELECT cust_id, tier, Region, product, high_risk_chats, concat_ws(', ', last_issues) AS last_issues,
  concat_ws(', ', last_churn_signals) AS last_churn_signals, last_reason, last_chat_at
FROM gold.customers_at_risk
ORDER BY tier_rank, high_risk_chats DESC, last_chat_at DESC
LIMIT 500
