-- A recipe of Custos for Spark, for the purpose p1-find-segments.
-- It reads custos_source: a table or view of that name with one column of text for each column of the recipe.
-- Run it in one session; then custos_output has what may be written, and custos_checks the figures of it.
-- It leaves nothing behind: views and functions go with the session.
-- Not done here: what a release leaves out by age, by consent or by the suppression list, and the guardrails.
-- Lines of a file with too few or too many fields, or of nothing but delimiters, which Custos rejects and counts, are not
-- in custos_source either: a reader that keeps, fills up or cuts them makes other classes. How: --instructions.
-- Classes count rows; where a person has several, a release counts people.

SET spark.sql.parser.escapedStringLiterals = false;

SET spark.sql.constraintPropagation.enabled = false;

DECLARE OR REPLACE VARIABLE custos_space STRING DEFAULT
  '\u0009\u000a\u000c\u000d \u00a0';

DECLARE OR REPLACE VARIABLE custos_separators STRING DEFAULT
  ' \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000';

DECLARE OR REPLACE VARIABLE custos_iso_date STRING DEFAULT
  '^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:([ T])[\\t\\n\\x0B\\f\\r ]*([0-9]{1,2}):([0-9]{1,2})(?::([0-9]{1,2})(\\.[0-9]*)?(?:(?:Z|[+-][0-9]{2}(?:[0-9]{2}(?:[0-9]{2})?|:(?:[0-9]{2}(?::(?:[0-9]{2})?)?)?)?)[\\t\\n\\x0B\\f\\r ]*)?)?)?\\z';

-- Every row as it is treated; custos_kept: whether the recipe chooses it.
CREATE OR REPLACE TEMPORARY VIEW custos_prepared AS
WITH
custos_read AS (
  SELECT
    `signup_date` COLLATE UTF8_BINARY AS `signup_date`,
    `signup_channel` COLLATE UTF8_BINARY AS `signup_channel`,
    `site_visits` COLLATE UTF8_BINARY AS `site_visits`,
    `favourite_category` COLLATE UTF8_BINARY AS `favourite_category`,
    `days_since_last_visit` COLLATE UTF8_BINARY AS `days_since_last_visit`
  FROM custos_source
),
custos_chosen AS (
  SELECT
    *,
    true AS `custos_kept`
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
    CASE WHEN trim(BOTH custos_space FROM `site_visits`) <> '' THEN `site_visits` END AS `custos_part_1`,
    CASE WHEN trim(BOTH custos_space FROM `days_since_last_visit`) <> '' THEN `days_since_last_visit` END AS `custos_part_2`,
    CASE WHEN trim(BOTH custos_space FROM `signup_date`) <> '' THEN `signup_date` END AS `custos_part_3`
  FROM custos_chosen
),
custos_pass_2_read AS (
  SELECT
    *,
    coalesce(try_cast(nullif(regexp_extract(`custos_part_1`, '^[\\t\\n\\f\\r ]*([+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,2})?)[\\t\\n\\f\\r ]*\\z', 1), '') AS DOUBLE), try_cast(nullif(regexp_extract(regexp_replace(regexp_replace(trim(BOTH custos_separators FROM `custos_part_1`), '^([+-]?)[$€£¥][\\t\\n\\f\\r ]*|[\\t\\n\\f\\r ]*[$€£¥%]\\z', '$1'), '[\\t\\n\\f\\r ,\'’\u00a0\u202f]', ''), '^[\\t\\n\\f\\r ]*([+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,2})?)[\\t\\n\\f\\r ]*\\z', 1), '') AS DOUBLE)) AS `custos_read_1`,
    coalesce(try_cast(nullif(regexp_extract(`custos_part_2`, '^[\\t\\n\\f\\r ]*([+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,2})?)[\\t\\n\\f\\r ]*\\z', 1), '') AS DOUBLE), try_cast(nullif(regexp_extract(regexp_replace(regexp_replace(trim(BOTH custos_separators FROM `custos_part_2`), '^([+-]?)[$€£¥][\\t\\n\\f\\r ]*|[\\t\\n\\f\\r ]*[$€£¥%]\\z', '$1'), '[\\t\\n\\f\\r ,\'’\u00a0\u202f]', ''), '^[\\t\\n\\f\\r ]*([+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,2})?)[\\t\\n\\f\\r ]*\\z', 1), '') AS DOUBLE)) AS `custos_read_2`,
    transform(array(transform(array(transform(array(trim(BOTH custos_separators FROM `custos_part_3`)), t ->
      CASE WHEN length(t) <= 7 THEN concat(t, '-01') ELSE replace(t, ' UTC', '') END)[0]), t2 ->
      transform(array(try_cast(nullif(regexp_extract(t2, custos_iso_date, 1), '') AS INT)), y ->
      transform(array(try_cast(nullif(regexp_extract(t2, custos_iso_date, 2), '') AS INT)), m ->
      transform(array(try_cast(nullif(regexp_extract(t2, custos_iso_date, 3), '') AS INT)), d ->
      transform(array(transform(array(try_cast(nullif(regexp_extract(t2, custos_iso_date, 5), '') AS INT)), h ->
      transform(array(try_cast(nullif(regexp_extract(t2, custos_iso_date, 6), '') AS INT)), mi ->
      transform(array(try_cast(nullif(regexp_extract(t2, custos_iso_date, 7), '') AS INT)), s ->
      transform(array(regexp_extract(t2, custos_iso_date, 8)), fraction ->
      CASE WHEN h IS NULL THEN 0
    WHEN h = 24 AND mi = 0 AND coalesce(s, 0) = 0 AND NOT fraction RLIKE '[1-9]' THEN 86400
    WHEN h > 23 OR mi > 59 OR coalesce(s, 0) > 59 THEN NULL
    ELSE h * 3600 + mi * 60 + coalesce(s, 0) END)[0])[0])[0])[0]), seconds ->
      transform(array(regexp_extract(t2, custos_iso_date, 8)), fraction2 ->
      CASE WHEN m BETWEEN 1 AND 12 AND d BETWEEN 1 AND CASE WHEN m IN (4, 6, 9, 11) THEN 30 WHEN m <> 2 THEN 31 WHEN y % 4 = 0 AND (y % 100 <> 0 OR y % 400 = 0) THEN 29 ELSE 28 END AND seconds IS NOT NULL THEN
      (transform(array(CAST(y - CASE WHEN m <= 2 THEN 1 ELSE 0 END AS BIGINT)), march ->
      (365 * march + ((march - pmod(march, 4)) div 4) - ((march - pmod(march, 100)) div 100) + ((march - pmod(march, 400)) div 400)
    + (153 * (m + CASE WHEN m > 2 THEN -3 ELSE 9 END) + 2) div 5 + d - 719469))[0]) * 86400000000 + seconds * CAST(1000000 AS BIGINT) + try_cast(rpad(substr(concat('.', substr(fraction2, 2)), 2, 6), 6, '0') AS BIGINT) END)[0])[0])[0])[0])[0])[0]), t3 ->
      (transform(array(date_add(DATE'1970-01-01', CAST((t3 - pmod(t3, 86400000000)) div 86400000000 AS INT))), td ->
      transform(array(year(td)), y ->
      transform(array(CAST(y - CASE WHEN 1 <= 2 THEN 1 ELSE 0 END AS BIGINT)), march ->
      (365 * march + ((march - pmod(march, 4)) div 4) - ((march - pmod(march, 100)) div 100) + ((march - pmod(march, 400)) div 400)
    + (153 * (1 + CASE WHEN 1 > 2 THEN -3 ELSE 9 END) + 2) div 5 + 1 - 719469))[0])[0])[0] * CAST(86400000000 AS BIGINT)))[0] AS `custos_read_3`,
    CASE WHEN trim(BOTH custos_space FROM `signup_channel`) <> '' THEN `signup_channel` END AS `custos_read_4`,
    CASE WHEN trim(BOTH custos_space FROM `favourite_category`) <> '' THEN `favourite_category` END AS `custos_read_5`
  FROM custos_pass_2_parts
),
custos_pass_2 AS (
  SELECT
    transform(array(date_add(DATE'1970-01-01', CAST((`custos_read_3` - pmod(`custos_read_3`, 86400000000)) div 86400000000 AS INT))), td ->
      transform(array(year(td)), y ->
      CASE WHEN y BETWEEN 0 AND 999 THEN lpad(CAST(y AS STRING), 4, '0') ELSE CAST(y AS STRING) END)[0])[0] AS `signup_date`,
    CASE WHEN (NOT (`custos_read_4` IS NULL)) THEN CASE `custos_read_4` WHEN 'website' THEN 'website' WHEN 'social media' THEN 'social media' WHEN 'store' THEN 'store' ELSE 'Other' END ELSE NULL END AS `signup_channel`,
    CASE WHEN (NOT (`custos_read_1` IS NULL)) THEN CASE WHEN (`custos_read_1` < 6) THEN '<6' WHEN (`custos_read_1` < 19) THEN '6-18' ELSE '19+' END ELSE NULL END AS `site_visits`,
    CASE WHEN (NOT (`custos_read_5` IS NULL)) THEN CASE `custos_read_5` WHEN 'Home & garden' THEN 'Home & garden' WHEN 'Fashion' THEN 'Fashion' WHEN 'Electronics' THEN 'Electronics' ELSE 'Other' END ELSE NULL END AS `favourite_category`,
    CASE WHEN (NOT (`custos_read_2` IS NULL)) THEN CASE WHEN (`custos_read_2` < 24) THEN '<24' WHEN (`custos_read_2` < 57) THEN '24-56' ELSE '57+' END ELSE NULL END AS `days_since_last_visit`,
    `custos_kept`,
    ((NOT (`custos_part_1` IS NULL)) AND (`custos_read_1` IS NULL)) AS `custos_unread_1`,
    ((NOT (`custos_part_2` IS NULL)) AND (`custos_read_2` IS NULL)) AS `custos_unread_2`,
    ((NOT (`custos_part_3` IS NULL)) AND (`custos_read_3` IS NULL)) AS `custos_unread_3`
  FROM custos_pass_2_read
)
SELECT
  `signup_date`,
  `signup_channel`,
  `site_visits`,
  `favourite_category`,
  `days_since_last_visit`,
  `custos_kept`,
  `custos_unread_1`,
  `custos_unread_2`,
  `custos_unread_3`,
  count(*) OVER (PARTITION BY `custos_kept`, `signup_date`, `signup_channel`, `site_visits`, `favourite_category`, `days_since_last_visit`) AS `custos_class`
FROM custos_pass_2;

-- What may be written: rows of classes of at least 5, and no others.
CREATE OR REPLACE TEMPORARY VIEW custos_output AS
SELECT
  `signup_date`,
  `signup_channel`,
  `site_visits`,
  `favourite_category`,
  `days_since_last_visit`
FROM custos_prepared
WHERE `custos_kept` AND `custos_class` >= 5;

-- Figures of the run, for custos certify.
CREATE OR REPLACE TEMPORARY VIEW custos_checks AS
SELECT 'rows_in' AS figure, CAST(NULL AS STRING) AS of_column, CAST(count(*) AS STRING) AS value FROM custos_prepared
UNION ALL
SELECT 'rows_not_chosen' AS figure, CAST(NULL AS STRING) AS of_column, CAST(count(*) AS STRING) AS value FROM custos_prepared WHERE NOT `custos_kept`
UNION ALL
SELECT 'rows_out' AS figure, CAST(NULL AS STRING) AS of_column, CAST(count(*) AS STRING) AS value FROM custos_output
UNION ALL
SELECT 'k' AS figure, CAST(NULL AS STRING) AS of_column, CAST(coalesce(min(n), 0) AS STRING) AS value FROM (SELECT count(*) AS n FROM custos_output GROUP BY `signup_date`, `signup_channel`, `site_visits`, `favourite_category`, `days_since_last_visit`) AS c
UNION ALL
SELECT 'classes' AS figure, CAST(NULL AS STRING) AS of_column, CAST(count(*) AS STRING) AS value FROM (SELECT count(*) AS n FROM custos_output GROUP BY `signup_date`, `signup_channel`, `site_visits`, `favourite_category`, `days_since_last_visit`) AS c
UNION ALL
SELECT 'unique_rows' AS figure, CAST(NULL AS STRING) AS of_column, CAST(count(*) AS STRING) AS value FROM (SELECT count(*) AS n FROM custos_output GROUP BY `signup_date`, `signup_channel`, `site_visits`, `favourite_category`, `days_since_last_visit`) AS c WHERE n = 1
UNION ALL
SELECT 'unique_all_columns' AS figure, CAST(NULL AS STRING) AS of_column, CAST(count(*) AS STRING) AS value FROM (SELECT count(*) AS n FROM custos_output GROUP BY `signup_date`, `signup_channel`, `site_visits`, `favourite_category`, `days_since_last_visit`) AS c WHERE n = 1
UNION ALL
SELECT 'unread' AS figure, 'site_visits' AS of_column, CAST(count(*) AS STRING) AS value FROM custos_prepared WHERE `custos_unread_1`
UNION ALL
SELECT 'unread' AS figure, 'days_since_last_visit' AS of_column, CAST(count(*) AS STRING) AS value FROM custos_prepared WHERE `custos_unread_2`
UNION ALL
SELECT 'unread' AS figure, 'signup_date' AS of_column, CAST(count(*) AS STRING) AS value FROM custos_prepared WHERE `custos_unread_3`;
