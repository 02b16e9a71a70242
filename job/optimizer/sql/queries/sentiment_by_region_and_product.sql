-- Where customers are unhappy: the share of negative chats by week, region and product.
SELECT to_date(date_trunc('WEEK', day)) AS week, Region, product, sum(chats) AS chats,
  sum(negative_chats) / sum(chats) AS negative_share, sum(high_risk_chats) AS high_risk_chats
FROM gold.sentiment_trend
GROUP BY to_date(date_trunc('WEEK', day)), Region, product
ORDER BY week, Region, product
