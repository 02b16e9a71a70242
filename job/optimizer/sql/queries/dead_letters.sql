-- What could not go on, and why.
SELECT day, stage, kind, error_class, records, files, newest_source_file, newest_reason
FROM gold.dead_letter_overview
ORDER BY day DESC, records DESC
