CREATE OR REPLACE VIEW gold.pipeline_freshness (
  table_name      COMMENT 'the table',
  newest_at       COMMENT 'when its newest row was written, by the clock of the job',
  minutes_behind  COMMENT 'minutes since then; grows while nothing lands, too',
  rows_last_day   COMMENT 'rows of the last 24 hours',
  median_seconds  COMMENT 'half of these took no longer from the landing zone, in seconds; null for bronze',
  slowest_seconds COMMENT '95 % of these took no longer, in seconds; null for bronze'
)
COMMENT 'How far behind each table is'
AS
SELECT table_name, max(written_at) AS newest_at,
  (unix_timestamp(current_timestamp()) - unix_timestamp(max(written_at))) / 60 AS minutes_behind,
  count_if(written_at > current_timestamp() - INTERVAL 1 DAY) AS rows_last_day,
  percentile_approx(CASE WHEN written_at > current_timestamp() - INTERVAL 1 DAY THEN seconds END, 0.5) AS median_seconds,
  percentile_approx(CASE WHEN written_at > current_timestamp() - INTERVAL 1 DAY THEN seconds END, 0.95) AS slowest_seconds
FROM (
  SELECT 'bronze.chats' AS table_name, ingested_at AS written_at, CAST(NULL AS BIGINT) AS seconds FROM bronze.chats
  UNION ALL
  SELECT 'bronze.tickets', ingested_at, NULL FROM bronze.tickets
  UNION ALL
  SELECT 'gold.customer_insights', enriched_at, unix_timestamp(enriched_at) - unix_timestamp(ingested_at) FROM gold.customer_insights
)
GROUP BY table_name
