-- The share of negative chats by week and region.
SELECT to_date(date_trunc('WEEK', day)) AS week, Region, sum(negative_chats) / sum(chats) AS negative_share, sum(chats) AS chats
FROM gold.sentiment_trend
GROUP BY to_date(date_trunc('WEEK', day)), Region
ORDER BY week, Region
