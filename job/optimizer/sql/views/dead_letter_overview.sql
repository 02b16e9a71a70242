CREATE OR REPLACE VIEW gold.dead_letter_overview (
  day                COMMENT 'UTC day on which they ended',
  stage              COMMENT 'LANDING, PARSE or ENRICH',
  kind               COMMENT 'CHAT, TICKET or UNKNOWN',
  error_class        COMMENT 'kind of error, a stable name',
  records            COMMENT 'how many',
  files              COMMENT 'from how many files',
  newest_source_file COMMENT 'the file of the newest',
  newest_reason      COMMENT 'what is wrong with the newest, and what would cure it',
  newest_at          COMMENT 'when the newest ended'
)
COMMENT 'Records that could not go on, by day and reason; without their texts, so that it can be open to analysts'
AS
SELECT ingest_date AS day, stage, kind, error_class, count(*) AS records, count(DISTINCT source_file) AS files,
  max_by(source_file, dead_at) AS newest_source_file, max_by(reason, dead_at) AS newest_reason, max(dead_at) AS newest_at
FROM bronze.dead_letters
GROUP BY ingest_date, stage, kind, error_class
