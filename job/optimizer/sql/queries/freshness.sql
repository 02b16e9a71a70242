-- How far behind each table is.
SELECT table_name, newest_at, round(minutes_behind, 1) AS minutes_behind, rows_last_day, median_seconds, slowest_seconds
FROM gold.pipeline_freshness
ORDER BY table_name
