-- What a person should read, the most urgent first.
SELECT chat_id, cust_id, Region, Priority, why, sentiment, confidence, ai_insights, event_time
FROM gold.review_queue
ORDER BY is_high_risk DESC, confidence, event_time
LIMIT 500
