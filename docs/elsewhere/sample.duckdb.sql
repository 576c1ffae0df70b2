-- A recipe of Custos for DuckDB, for the purpose p1-find-segments.
-- It reads custos_source: a table or view of that name with one column of text for each column of the recipe.
-- Run it in one session; then custos_output has what may be written, and custos_checks the figures of it.
-- It leaves nothing behind: views and functions go with the session.
-- Not done here: what a release leaves out by age, by consent or by the suppression list, and the guardrails.
-- Lines of a file with too few or too many fields, or of nothing but delimiters, which Custos rejects and counts, are not
-- in custos_source either: a reader that keeps, fills up or cuts them makes other classes. How: --instructions.
-- Classes count rows; where a person has several, a release counts people.

-- Every row as it is treated; custos_kept: whether the recipe chooses it.
CREATE OR REPLACE TEMPORARY VIEW custos_prepared AS
WITH
custos_read AS (
  SELECT
    "signup_date" COLLATE "binary" AS "signup_date",
    "signup_channel" COLLATE "binary" AS "signup_channel",
    "site_visits" COLLATE "binary" AS "site_visits",
    "favourite_category" COLLATE "binary" AS "favourite_category",
    "days_since_last_visit" COLLATE "binary" AS "days_since_last_visit"
  FROM custos_source
),
custos_chosen AS (
  SELECT
    *,
    true AS "custos_kept"
  FROM custos_read
),
custos_pass_2_parts AS (
  -- Step 38: Turn “site_visits” into the intervals <6, 6-18, 19+.
  -- Step 39: Turn “days_since_last_visit” into the intervals <24, 24-56, 57+.
  -- Step 40: Keep the year of “signup_date”.
  -- Step 41: Replace the categories of “signup_channel” by level 1 of a hierarchy of 3 values. Values it does not name become “Other”.
  -- Step 42: Replace the categories of “favourite_category” by level 1 of a hierarchy of 3 values. Values it does not name become “Other”.
  SELECT
    *,
    (CASE WHEN "site_visits" BETWEEN '!' AND '~' THEN "site_visits" ELSE nullif(regexp_replace("site_visits", '^[\s\x{00A0}]+$', ''), '') END) AS "custos_part_1",
    (CASE WHEN "days_since_last_visit" BETWEEN '!' AND '~' THEN "days_since_last_visit" ELSE nullif(regexp_replace("days_since_last_visit", '^[\s\x{00A0}]+$', ''), '') END) AS "custos_part_2",
    (CASE WHEN "signup_date" BETWEEN '!' AND '~' THEN "signup_date" ELSE nullif(regexp_replace("signup_date", '^[\s\x{00A0}]+$', ''), '') END) AS "custos_part_3"
  FROM custos_chosen
),
custos_pass_2_read AS (
  SELECT
    *,
    (CASE WHEN regexp_full_match("custos_part_1", '[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,2})?') THEN TRY_CAST("custos_part_1" AS DOUBLE) ELSE coalesce(TRY_CAST(nullif(regexp_extract("custos_part_1", '^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,2})?)\s*$', 1), '') AS DOUBLE), TRY_CAST(nullif(regexp_extract(regexp_replace(regexp_replace(trim("custos_part_1"), '^([+-]?)[$€£¥]\s*|\s*[$€£¥%]$', '\1', 'g'), '[\s,''’\x{00A0}\x{202F}]', '', 'g'), '^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,2})?)\s*$', 1), '') AS DOUBLE)) END) AS "custos_read_1",
    (CASE WHEN regexp_full_match("custos_part_2", '[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,2})?') THEN TRY_CAST("custos_part_2" AS DOUBLE) ELSE coalesce(TRY_CAST(nullif(regexp_extract("custos_part_2", '^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,2})?)\s*$', 1), '') AS DOUBLE), TRY_CAST(nullif(regexp_extract(regexp_replace(regexp_replace(trim("custos_part_2"), '^([+-]?)[$€£¥]\s*|\s*[$€£¥%]$', '\1', 'g'), '[\s,''’\x{00A0}\x{202F}]', '', 'g'), '^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,2})?)\s*$', 1), '') AS DOUBLE)) END) AS "custos_read_2",
    date_trunc('year', (CASE WHEN regexp_full_match("custos_part_3", '\d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2}(?::\d{2})?)?') THEN TRY_CAST("custos_part_3" AS TIMESTAMP) ELSE (CASE WHEN regexp_matches(trim("custos_part_3"), '^\d{4}-\d{1,2}(-\d{1,2})?([ T][^(]*)?$') THEN TRY_CAST(CASE WHEN length(trim("custos_part_3")) <= 7 THEN trim("custos_part_3") || '-01' ELSE replace(trim("custos_part_3"), ' UTC', '') END AS TIMESTAMP) END) END)) AS "custos_read_3",
    (CASE WHEN "signup_channel" BETWEEN '!' AND '~' THEN "signup_channel" ELSE nullif(regexp_replace("signup_channel", '^[\s\x{00A0}]+$', ''), '') END) AS "custos_read_4",
    (CASE WHEN "favourite_category" BETWEEN '!' AND '~' THEN "favourite_category" ELSE nullif(regexp_replace("favourite_category", '^[\s\x{00A0}]+$', ''), '') END) AS "custos_read_5"
  FROM custos_pass_2_parts
),
custos_pass_2 AS (
  SELECT
    strftime("custos_read_3", '%Y') AS "signup_date",
    CASE WHEN (NOT ("custos_read_4" IS NULL)) THEN coalesce(['website', 'social media', 'store'][list_position(['website', 'social media', 'store'], "custos_read_4")], 'Other') ELSE NULL END AS "signup_channel",
    CASE WHEN (NOT ("custos_read_1" IS NULL)) THEN CASE WHEN ("custos_read_1" < 6) THEN '<6' WHEN ("custos_read_1" < 19) THEN '6-18' ELSE '19+' END ELSE NULL END AS "site_visits",
    CASE WHEN (NOT ("custos_read_5" IS NULL)) THEN coalesce(['Home & garden', 'Fashion', 'Electronics'][list_position(['Home & garden', 'Fashion', 'Electronics'], "custos_read_5")], 'Other') ELSE NULL END AS "favourite_category",
    CASE WHEN (NOT ("custos_read_2" IS NULL)) THEN CASE WHEN ("custos_read_2" < 24) THEN '<24' WHEN ("custos_read_2" < 57) THEN '24-56' ELSE '57+' END ELSE NULL END AS "days_since_last_visit",
    "custos_kept",
    ((NOT ("custos_part_1" IS NULL)) AND ("custos_read_1" IS NULL)) AS "custos_unread_1",
    ((NOT ("custos_part_2" IS NULL)) AND ("custos_read_2" IS NULL)) AS "custos_unread_2",
    ((NOT ("custos_part_3" IS NULL)) AND ("custos_read_3" IS NULL)) AS "custos_unread_3"
  FROM custos_pass_2_read
)
SELECT
  "signup_date",
  "signup_channel",
  "site_visits",
  "favourite_category",
  "days_since_last_visit",
  "custos_kept",
  "custos_unread_1",
  "custos_unread_2",
  "custos_unread_3",
  count(*) OVER (PARTITION BY "custos_kept", "signup_date", "signup_channel", "site_visits", "favourite_category", "days_since_last_visit") AS "custos_class"
FROM custos_pass_2;

-- What may be written: rows of classes of at least 5, and no others.
CREATE OR REPLACE TEMPORARY VIEW custos_output AS
SELECT
  "signup_date",
  "signup_channel",
  "site_visits",
  "favourite_category",
  "days_since_last_visit"
FROM custos_prepared
WHERE "custos_kept" AND "custos_class" >= 5;

-- Figures of the run, for custos certify.
CREATE OR REPLACE TEMPORARY VIEW custos_checks AS
SELECT 'rows_in' AS figure, CAST(NULL AS VARCHAR) AS of_column, CAST(count(*) AS VARCHAR) AS value FROM custos_prepared
UNION ALL
SELECT 'rows_not_chosen' AS figure, CAST(NULL AS VARCHAR) AS of_column, CAST(count(*) AS VARCHAR) AS value FROM custos_prepared WHERE NOT "custos_kept"
UNION ALL
SELECT 'rows_out' AS figure, CAST(NULL AS VARCHAR) AS of_column, CAST(count(*) AS VARCHAR) AS value FROM custos_output
UNION ALL
SELECT 'k' AS figure, CAST(NULL AS VARCHAR) AS of_column, CAST(coalesce(min(n), 0) AS VARCHAR) AS value FROM (SELECT count(*) AS n FROM custos_output GROUP BY "signup_date", "signup_channel", "site_visits", "favourite_category", "days_since_last_visit") AS c
UNION ALL
SELECT 'classes' AS figure, CAST(NULL AS VARCHAR) AS of_column, CAST(count(*) AS VARCHAR) AS value FROM (SELECT count(*) AS n FROM custos_output GROUP BY "signup_date", "signup_channel", "site_visits", "favourite_category", "days_since_last_visit") AS c
UNION ALL
SELECT 'unique_rows' AS figure, CAST(NULL AS VARCHAR) AS of_column, CAST(count(*) AS VARCHAR) AS value FROM (SELECT count(*) AS n FROM custos_output GROUP BY "signup_date", "signup_channel", "site_visits", "favourite_category", "days_since_last_visit") AS c WHERE n = 1
UNION ALL
SELECT 'unique_all_columns' AS figure, CAST(NULL AS VARCHAR) AS of_column, CAST(count(*) AS VARCHAR) AS value FROM (SELECT count(*) AS n FROM custos_output GROUP BY "signup_date", "signup_channel", "site_visits", "favourite_category", "days_since_last_visit") AS c WHERE n = 1
UNION ALL
SELECT 'unread' AS figure, 'site_visits' AS of_column, CAST(count(*) AS VARCHAR) AS value FROM custos_prepared WHERE "custos_unread_1"
UNION ALL
SELECT 'unread' AS figure, 'days_since_last_visit' AS of_column, CAST(count(*) AS VARCHAR) AS value FROM custos_prepared WHERE "custos_unread_2"
UNION ALL
SELECT 'unread' AS figure, 'signup_date' AS of_column, CAST(count(*) AS VARCHAR) AS value FROM custos_prepared WHERE "custos_unread_3";
