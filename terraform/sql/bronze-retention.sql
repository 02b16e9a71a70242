-- The end of records as they came, which may hold personal data: the last task of the scheduled job. By whole days of
-- ingest_date, so that no delete meets a commit of the Flink job, which writes today's. VACUUM takes the files away once
-- its own retention is over.
DELETE FROM IDENTIFIER(:catalog || '.bronze.chats') WHERE ingest_date < date_sub(current_date(), CAST(:days AS INT));
DELETE FROM IDENTIFIER(:catalog || '.bronze.tickets') WHERE ingest_date < date_sub(current_date(), CAST(:days AS INT));
DELETE FROM IDENTIFIER(:catalog || '.bronze.dead_letters') WHERE ingest_date < date_sub(current_date(), CAST(:days AS INT));
