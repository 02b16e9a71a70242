-- Chats of each sentiment by day.
SELECT day, sentiment, sum(chats) AS chats
FROM (
  SELECT day, stack(4, 'negative', negative_chats, 'mixed', mixed_chats, 'neutral', neutral_chats, 'positive', positive_chats)
    AS (sentiment, chats)
  FROM gold.sentiment_trend
)
GROUP BY day, sentiment
ORDER BY day, sentiment
