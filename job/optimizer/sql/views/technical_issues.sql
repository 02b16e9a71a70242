CREATE OR REPLACE VIEW gold.technical_issues (
  issue           COMMENT 'the technical problem',
  day             COMMENT 'UTC day of the chats, by effective_time',
  Region          COMMENT 'region of the ticket, or unknown',
  product         COMMENT 'product of the ticket, or unknown',
  chats           COMMENT 'chats that speak of it',
  customers       COMMENT 'customers who speak of it',
  high_risk_chats COMMENT 'of the chats, those with negative sentiment'
)
COMMENT 'How often each technical problem is spoken of, by day, region and product'
AS
SELECT issue, to_date(effective_time) AS day, coalesce(Region, 'unknown') AS Region, coalesce(product, 'unknown') AS product,
  count(*) AS chats, count(DISTINCT cust_id) AS customers, count_if(is_high_risk) AS high_risk_chats
FROM gold.current_customer_insights
LATERAL VIEW explode(technical_issues) AS issue
GROUP BY issue, to_date(effective_time), coalesce(Region, 'unknown'), coalesce(product, 'unknown')
