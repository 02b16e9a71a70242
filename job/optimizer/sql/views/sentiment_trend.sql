CREATE OR REPLACE VIEW gold.sentiment_trend (
  day                COMMENT 'UTC day of the chats, by effective_time',
  Region             COMMENT 'region of the ticket, or unknown',
  product            COMMENT 'product of the ticket, or unknown',
  chats              COMMENT 'chats with a sentiment',
  negative_chats     COMMENT 'of these, negative',
  mixed_chats        COMMENT 'of these, positive and negative',
  neutral_chats      COMMENT 'of these, neutral',
  positive_chats     COMMENT 'of these, positive',
  negative_share     COMMENT 'negative chats among all, 0 to 1',
  high_risk_chats    COMMENT 'negative with a technical issue',
  average_confidence COMMENT 'how sure the AI is of the sentiment, 0 to 1'
)
COMMENT 'Sentiment by day, region and product'
AS
SELECT to_date(effective_time) AS day, coalesce(Region, 'unknown') AS Region, coalesce(product, 'unknown') AS product,
  count(*) AS chats,
  count_if(sentiment = 'negative') AS negative_chats,
  count_if(sentiment = 'mixed') AS mixed_chats,
  count_if(sentiment = 'neutral') AS neutral_chats,
  count_if(sentiment = 'positive') AS positive_chats,
  count_if(sentiment = 'negative') / count(*) AS negative_share,
  count_if(is_high_risk) AS high_risk_chats,
  avg(confidence) AS average_confidence
FROM gold.current_customer_insights
WHERE sentiment IS NOT NULL
GROUP BY to_date(effective_time), coalesce(Region, 'unknown'), coalesce(product, 'unknown')
