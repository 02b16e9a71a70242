-- The figures at the top: customers, those at risk, high-risk chats of the last seven days of chats, chats to review.
-- A chat that its source dates in the future does not decide which days these are, unless all chats are such.
SELECT
  (SELECT count(DISTINCT cust_id) FROM gold.current_customer_insights) AS customers,
  (SELECT count(*) FROM gold.customers_at_risk) AS customers_at_risk,
  (SELECT count_if(is_high_risk AND effective_time > newest - INTERVAL 7 DAYS)
    FROM gold.current_customer_insights CROSS JOIN (
      SELECT coalesce(max(CASE WHEN event_time = effective_time THEN event_time END), max(effective_time)) AS newest
      FROM gold.current_customer_insights)) AS high_risk_chats_last_week,
  (SELECT count(*) FROM gold.review_queue) AS chats_to_review
