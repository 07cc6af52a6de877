-- A file as version 1 of the schema left it, with two reports in it.
CREATE TABLE readiness_report (
    id TEXT PRIMARY KEY,
    started_at TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    utc_offset_s INTEGER NOT NULL,
    verdict TEXT NOT NULL,
    document TEXT NOT NULL CHECK (json_valid(document))
) STRICT;
CREATE INDEX readiness_report_started_at ON readiness_report (started_at);
INSERT INTO readiness_report VALUES
    ('r1', '2026-11-20T08:00:00Z', 'Europe/Madrid', 3600, 'ready', '{"id": "r1"}'),
    ('r2', '2026-11-21T08:00:00Z', 'Europe/Madrid', 3600, 'caution', '{"id": "r2"}');
PRAGMA user_version = 1;
