-- A recipe of Custos for PostgreSQL, for the purpose p1-find-segments.
-- It reads custos_source: a table or view of that name with one column of text for each column of the recipe.
-- Run it in one session; then custos_output has what may be written, and custos_checks the figures of it.
-- It leaves nothing behind: views and functions go with the session.
-- Not done here: what a release leaves out by age, by consent or by the suppression list, and the guardrails.
-- Lines of a file with too few or too many fields, or of nothing but delimiters, which Custos rejects and counts, are not
-- in custos_source either: a reader that keeps, fills up or cuts them makes other classes. How: --instructions.
-- Classes count rows; where a person has several, a release counts people.

SET standard_conforming_strings = on;

SET escape_string_warning = off;

CREATE OR REPLACE FUNCTION pg_temp.custos_blank_to_null(x text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $custos$
BEGIN
  RETURN CASE WHEN btrim(x, E'\u0009\u000a\u000c\u000d \u00a0') <> '' THEN x END;
END
$custos$;

CREATE OR REPLACE FUNCTION pg_temp.custos_trim_separators(x text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $custos$
BEGIN
  RETURN btrim(x, E' \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000');
END
$custos$;

CREATE OR REPLACE FUNCTION pg_temp.custos_double(x text) RETURNS double precision LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $custos$
BEGIN
  RETURN CASE WHEN length(x) <= 200 THEN x::double precision
    WHEN abs(x::numeric) >= 1.7976931348623158079e308 THEN sign(x::numeric)::double precision * 'Infinity'::double precision
    WHEN abs(x::numeric) < 2.4703282292062328e-324 THEN 0
    ELSE x::numeric::text::double precision END;
END
$custos$;

CREATE OR REPLACE FUNCTION pg_temp.custos_number_in(x text) RETURNS double precision LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $custos$
BEGIN
  RETURN pg_temp.custos_double((regexp_match(x, E'^[\\t\\n\\f\\r ]*([+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,2})?)[\\t\\n\\f\\r ]*$'))[1]);
END
$custos$;

CREATE OR REPLACE FUNCTION pg_temp.custos_parse_number_point(x text) RETURNS double precision LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $custos$
BEGIN
  RETURN coalesce(pg_temp.custos_number_in(x), pg_temp.custos_number_in(regexp_replace(regexp_replace(pg_temp.custos_trim_separators(x), E'^([+-]?)[$€£¥][\\t\\n\\f\\r ]*|[\\t\\n\\f\\r ]*[$€£¥%]$', '\1', 'g'), E'[\\t\\n\\f\\r ,''’\u00a0\u202f]', '', 'g')));
END
$custos$;

CREATE OR REPLACE FUNCTION pg_temp.custos_days_in_month(y int, m int) RETURNS int LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $custos$
BEGIN
  RETURN CASE WHEN m IN (4, 6, 9, 11) THEN 30 WHEN m <> 2 THEN 31 WHEN (y % 4 = 0 AND (y % 100 <> 0 OR y % 400 = 0)) THEN 29 ELSE 28 END;
END
$custos$;

CREATE OR REPLACE FUNCTION pg_temp.custos_day_number(y int, m int, d int) RETURNS int LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $custos$
BEGIN
  RETURN 365 * (y - CASE WHEN m <= 2 THEN 1 ELSE 0 END) + floor((y - CASE WHEN m <= 2 THEN 1 ELSE 0 END) / 4.0)::int
    - floor((y - CASE WHEN m <= 2 THEN 1 ELSE 0 END) / 100.0)::int
    + floor((y - CASE WHEN m <= 2 THEN 1 ELSE 0 END) / 400.0)::int
    + (153 * (m + CASE WHEN m > 2 THEN -3 ELSE 9 END) + 2) / 5 + d - 719469;
END
$custos$;

CREATE OR REPLACE FUNCTION pg_temp.custos_moment(y int, m int, d int, seconds int, fraction text) RETURNS timestamp LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $custos$
BEGIN
  RETURN CASE WHEN m BETWEEN 1 AND 12 AND d BETWEEN 1 AND pg_temp.custos_days_in_month(y, m) AND seconds IS NOT NULL THEN
      (DATE '1970-01-01' + pg_temp.custos_day_number(y, m, d))::timestamp + make_interval(secs => seconds)
      + rpad(substr(coalesce(fraction, '.'), 2, 6), 6, '0')::int * interval '1 microsecond' END;
END
$custos$;

CREATE OR REPLACE FUNCTION pg_temp.custos_iso_seconds(p text[]) RETURNS int LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $custos$
BEGIN
  RETURN CASE WHEN p[5] IS NULL THEN 0
    WHEN p[5]::int = 24 AND p[6]::int = 0 AND coalesce(p[7]::int, 0) = 0 AND coalesce(p[8], '') !~ '[1-9]' THEN 86400
    WHEN p[5]::int > 23 OR p[6]::int > 59 OR coalesce(p[7]::int, 0) > 59 THEN NULL
    ELSE p[5]::int * 3600 + p[6]::int * 60 + coalesce(p[7]::int, 0) END;
END
$custos$;

CREATE OR REPLACE FUNCTION pg_temp.custos_iso_parts(p text[]) RETURNS timestamp LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $custos$
BEGIN
  RETURN pg_temp.custos_moment(p[1]::int, p[2]::int, p[3]::int, pg_temp.custos_iso_seconds(p), p[8]);
END
$custos$;

CREATE OR REPLACE FUNCTION pg_temp.custos_iso_text(x text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $custos$
BEGIN
  RETURN CASE WHEN length(x) <= 7 THEN x || '-01' ELSE replace(x, ' UTC', '') END;
END
$custos$;

CREATE OR REPLACE FUNCTION pg_temp.custos_parse_iso(x text) RETURNS timestamp LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $custos$
BEGIN
  RETURN pg_temp.custos_iso_parts(regexp_match(pg_temp.custos_iso_text(pg_temp.custos_trim_separators(x)),
    E'^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:([ T])[\\t\\n\\v\\f\\r ]*([0-9]{1,2}):([0-9]{1,2})(?::([0-9]{1,2})(\\.[0-9]*)?(?:(?:Z|[+-][0-9]{2}(?:[0-9]{2}(?:[0-9]{2})?|:(?:[0-9]{2}(?::(?:[0-9]{2})?)?)?)?)[\\t\\n\\v\\f\\r ]*)?)?)?$'));
END
$custos$;

CREATE OR REPLACE FUNCTION pg_temp.custos_year_of(x timestamp) RETURNS int LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $custos$
BEGIN
  RETURN extract(year FROM x)::int + CASE WHEN extract(year FROM x) < 0 THEN 1 ELSE 0 END;
END
$custos$;

CREATE OR REPLACE FUNCTION pg_temp.custos_year_text(x timestamp) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $custos$
BEGIN
  RETURN CASE WHEN pg_temp.custos_year_of(x) BETWEEN 0 AND 999 THEN lpad(pg_temp.custos_year_of(x)::text, 4, '0')
    ELSE pg_temp.custos_year_of(x)::text END;
END
$custos$;

-- Every row as it is treated; custos_kept: whether the recipe chooses it.
CREATE OR REPLACE TEMPORARY VIEW custos_prepared AS
WITH
custos_read AS (
  SELECT
    "signup_date" COLLATE "C" AS "signup_date",
    "signup_channel" COLLATE "C" AS "signup_channel",
    "site_visits" COLLATE "C" AS "site_visits",
    "favourite_category" COLLATE "C" AS "favourite_category",
    "days_since_last_visit" COLLATE "C" AS "days_since_last_visit"
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
    pg_temp.custos_blank_to_null("site_visits") AS "custos_part_1",
    pg_temp.custos_blank_to_null("days_since_last_visit") AS "custos_part_2",
    pg_temp.custos_blank_to_null("signup_date") AS "custos_part_3"
  FROM custos_chosen
),
custos_pass_2_read AS (
  SELECT
    *,
    pg_temp.custos_parse_number_point("custos_part_1") AS "custos_read_1",
    pg_temp.custos_parse_number_point("custos_part_2") AS "custos_read_2",
    date_trunc('year', pg_temp.custos_parse_iso("custos_part_3")) AS "custos_read_3",
    pg_temp.custos_blank_to_null("signup_channel") AS "custos_read_4",
    pg_temp.custos_blank_to_null("favourite_category") AS "custos_read_5"
  FROM custos_pass_2_parts
),
custos_pass_2 AS (
  SELECT
    pg_temp.custos_year_text("custos_read_3") AS "signup_date",
    CASE WHEN (NOT ("custos_read_4" IS NULL)) THEN CASE "custos_read_4" WHEN 'website' THEN 'website' WHEN 'social media' THEN 'social media' WHEN 'store' THEN 'store' ELSE 'Other' END ELSE NULL END AS "signup_channel",
    CASE WHEN (NOT ("custos_read_1" IS NULL)) THEN CASE WHEN ("custos_read_1" < 6) THEN '<6' WHEN ("custos_read_1" < 19) THEN '6-18' ELSE '19+' END ELSE NULL END AS "site_visits",
    CASE WHEN (NOT ("custos_read_5" IS NULL)) THEN CASE "custos_read_5" WHEN 'Home & garden' THEN 'Home & garden' WHEN 'Fashion' THEN 'Fashion' WHEN 'Electronics' THEN 'Electronics' ELSE 'Other' END ELSE NULL END AS "favourite_category",
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
SELECT 'rows_in' AS figure, CAST(NULL AS text) AS of_column, CAST(count(*) AS text) AS value FROM custos_prepared
UNION ALL
SELECT 'rows_not_chosen' AS figure, CAST(NULL AS text) AS of_column, CAST(count(*) AS text) AS value FROM custos_prepared WHERE NOT "custos_kept"
UNION ALL
SELECT 'rows_out' AS figure, CAST(NULL AS text) AS of_column, CAST(count(*) AS text) AS value FROM custos_output
UNION ALL
SELECT 'k' AS figure, CAST(NULL AS text) AS of_column, CAST(coalesce(min(n), 0) AS text) AS value FROM (SELECT count(*) AS n FROM custos_output GROUP BY "signup_date", "signup_channel", "site_visits", "favourite_category", "days_since_last_visit") AS c
UNION ALL
SELECT 'classes' AS figure, CAST(NULL AS text) AS of_column, CAST(count(*) AS text) AS value FROM (SELECT count(*) AS n FROM custos_output GROUP BY "signup_date", "signup_channel", "site_visits", "favourite_category", "days_since_last_visit") AS c
UNION ALL
SELECT 'unique_rows' AS figure, CAST(NULL AS text) AS of_column, CAST(count(*) AS text) AS value FROM (SELECT count(*) AS n FROM custos_output GROUP BY "signup_date", "signup_channel", "site_visits", "favourite_category", "days_since_last_visit") AS c WHERE n = 1
UNION ALL
SELECT 'unique_all_columns' AS figure, CAST(NULL AS text) AS of_column, CAST(count(*) AS text) AS value FROM (SELECT count(*) AS n FROM custos_output GROUP BY "signup_date", "signup_channel", "site_visits", "favourite_category", "days_since_last_visit") AS c WHERE n = 1
UNION ALL
SELECT 'unread' AS figure, 'site_visits' AS of_column, CAST(count(*) AS text) AS value FROM custos_prepared WHERE "custos_unread_1"
UNION ALL
SELECT 'unread' AS figure, 'days_since_last_visit' AS of_column, CAST(count(*) AS text) AS value FROM custos_prepared WHERE "custos_unread_2"
UNION ALL
SELECT 'unread' AS figure, 'signup_date' AS of_column, CAST(count(*) AS text) AS value FROM custos_prepared WHERE "custos_unread_3";
