import type { Finding } from '#shared/domain/finding.ts';
import type { ReleaseKind } from '#shared/domain/recipe-file.ts';
import type { PolicyInForce } from '#shared/policy/index.ts';
import type { CompiledOutput } from '#shared/recipe/compile-recipe.ts';
import { quoteText } from '#shared/sql/quote.ts';
import { consentColumns } from './consent-sql.ts';
import { readDate } from './read-date.ts';

/**
 * Something true of a row that a guardrail needs and that the output may not show. `age`: SQL gives 0 under `years`,
 * 1 of age, NULL not known. `consent`: 1 it holds, 0 it does not, 2 the value cannot be read. `past-limit`: SQL gives
 * whether the identifier surely is older than its limit: by the date that bears its name, else by the latest date of
 * its row, which it was there at.
 */
export type RowFact =
  | { kind: 'age'; sql: string; years: number }
  | { kind: 'consent'; sql: string; column: string }
  | { kind: 'past-limit'; sql: string; latest: LatestDate; type: string; column: string; days: number };

/**
 * SQL of the latest date of a row, and the column under which the fact's own SQL expects it: identifiers that share
 * dates read them once.
 */
export interface LatestDate {
  name: string;
  sql: string;
}

const isDate = ({ type, flags }: Finding): boolean =>
  (flags.includes('timestamp') || /(^|_)(timestamp|date)(_|$)/.test(type)) && !/birth|death/.test(type);

/** Words of a header that tell identifiers apart: `cookie_first_seen` belongs to `cookie_id`. */
const wordsOf = (name: string): string[] =>
  name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2);

function ageSql(finding: Finding, value: string, referenceDate: string, adult: number): string | null {
  const day = `DATE ${quoteText(referenceDate)}`;
  const byYears = (years: string): string =>
    `CASE WHEN ${years} < ${adult} THEN 0 WHEN ${years} >= ${adult} THEN 1 END`;
  switch (finding.type) {
    case 'date_of_birth':
      return byYears(`datesub('year', ${readDate(value)}, ${day}::TIMESTAMP)`);
    case 'age':
      return byYears(`TRY_CAST(${value} AS DOUBLE)`);
    case 'birth_year': {
      const years = `(year(${day}) - TRY_CAST(${value} AS INTEGER))`;
      return `CASE WHEN ${years} < ${adult} THEN 0 WHEN ${years} > ${adult} THEN 1 END`;
    }
    case 'age_group': {
      // A small number alone is a code (senior yes or no), which tells no age.
      const lowest = `TRY_CAST(nullif(regexp_extract(${value}, '^\\D*(\\d{1,3})', 1), '') AS INTEGER)`;
      return (
        `CASE WHEN regexp_matches(lower(${value}), '^\\s*(<|under|below|unter|moins)') THEN CASE WHEN ${lowest} <= ` +
        `${adult} THEN 0 END WHEN ${lowest} >= ${adult} THEN 1 WHEN NOT regexp_full_match(${value}, '\\s*\\d+\\s*') ` +
        `THEN CASE WHEN ${lowest} < ${adult} THEN 0 END END`
      );
    }
    default:
      return null;
  }
}

/** The facts worth computing for a release; `physical` gives each source column's SQL. */
export function rowFacts(
  findings: readonly Finding[],
  physical: ReadonlyMap<string, string>,
  context: {
    release: ReleaseKind;
    onConsent: boolean;
    referenceDate: string;
    outputs: readonly CompiledOutput[];
    policy: PolicyInForce;
  },
): RowFact[] {
  if (context.release === 'anonymised') return [];
  const facts: RowFact[] = [];
  const known = findings.flatMap((finding) => {
    const sql = physical.get(finding.name);
    return sql === undefined ? [] : [{ finding, sql }];
  });
  if (context.release === 'targeting') {
    const years = context.policy.value('targeting-age', '*');
    const ages = known.flatMap(({ finding, sql }) => ageSql(finding, sql, context.referenceDate, years) ?? []);
    if (ages.length > 0) facts.push({ kind: 'age', sql: `least(${ages.join(', ')})`, years });
    if (context.onConsent)
      facts.push(
        ...consentColumns(known, context.referenceDate).map((fact) => ({ kind: 'consent' as const, ...fact })),
      );
  }
  const dates = known.filter(({ finding }) => isDate(finding));
  const latest = new Map<string, LatestDate>();
  const written = new Set(
    context.outputs.filter((output) => output.treatment !== 'redacted').flatMap((output) => output.sources),
  );
  for (const { finding, sql } of known) {
    const days = context.policy.ruling('identifier-lifetime', finding.type)?.value;
    if (days === undefined || !written.has(finding.name)) continue;
    const own = dates.filter((date) => wordsOf(date.finding.name).some((word) => wordsOf(finding.name).includes(word)));
    const readings = (own.length > 0 ? own : dates).map((date) => readDate(date.sql));
    if (readings.length === 0) continue;
    const last = readings.length === 1 ? readings[0]! : `greatest(${readings.join(', ')})`;
    const date = latest.get(last) ?? { name: `x_latest${latest.size + 1}`, sql: last };
    latest.set(last, date);
    facts.push({
      kind: 'past-limit',
      type: finding.type,
      column: finding.name,
      days,
      latest: date,
      sql:
        `(nullif(${sql}, '') IS NOT NULL AND ${date.name} < DATE ${quoteText(context.referenceDate)} - INTERVAL ` +
        `${days} DAY)`,
    });
  }
  return facts;
}
