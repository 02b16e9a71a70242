-- The figures at the top: customers, those at risk, high-risk chats of the last seven days of chats, chats to review.
SELECT
  (SELECT count(DISTINCT cust_id) FROM gold.current_customer_insights) AS customers,
  (SELECT count(*) FROM gold.customers_at_risk) AS customers_at_risk,
  (SELECT count_if(is_high_risk AND event_time > newest - INTERVAL 7 DAYS)
    FROM gold.current_customer_insights CROSS JOIN (SELECT max(event_time) AS newest FROM gold.current_customer_insights)) AS high_risk_chats_last_week,
  (SELECT count(*) FROM gold.review_queue) AS chats_to_review
