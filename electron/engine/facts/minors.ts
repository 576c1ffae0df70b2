import type { Finding } from '#shared/domain/finding.ts';
import { notAsked, notTold } from '#shared/facts/fact.ts';
import type { FactValues } from '#shared/facts/index.ts';
import { quoteText } from '#shared/sql/quote.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import { namesChildren, parentOf } from '#shared/header-language/of-children.ts';
import { ageGroupSql } from './age-group-sql.ts';
import type { FactProvider } from './fact-provider.ts';
import { readDate } from './read-date.ts';

/** SQL of the years of an age: a number, or written as `14A 9M`, `14 Jahre`. */
const writtenYears = (value: string): string =>
  `coalesce(TRY_CAST(${value} AS DOUBLE), TRY_CAST(nullif(regexp_extract(trim(${value}), ` +
  `'^(\\d{1,3})\\s?(?:[ajyAJY]|anni|ANNI)', 1), '') AS DOUBLE))`;

/** SQL of a column that speaks of children without an age: 0 where it does. */
function ofChildren(finding: Finding, value: string): string | null {
  if (!finding.flags.includes('minor_age')) return null;
  const parent = `regexp_matches(lower(trim(${value})), ${quoteText(parentOf)})`;
  return !namesChildren(finding.name)
    ? `CASE WHEN ${parent} THEN 0 END`
    : `CASE WHEN nullif(trim(${value}), '') IS NOT NULL THEN 0 END`;
}

/**
 * SQL of what one column says of a person's age: 0 under `adult` years, 1 of age, NULL not known. Null: it says nothing
 * of it.
 */
export function ageSql(finding: Finding, value: string, referenceDate: string, adult: number): string | null {
  const day = `DATE ${quoteText(referenceDate)}`;
  const byYears = (years: string): string =>
    `CASE WHEN ${years} < ${adult} THEN 0 WHEN ${years} >= ${adult} THEN 1 END`;
  switch (finding.type) {
    case 'date_of_birth':
      return byYears(`datesub('year', ${readDate(value)}, ${day}::TIMESTAMP)`);
    case 'age':
      return byYears(writtenYears(value));
    case 'birth_year': {
      const years = `(year(${day}) - TRY_CAST(${value} AS INTEGER))`;
      return `CASE WHEN ${years} < ${adult} THEN 0 WHEN ${years} > ${adult} THEN 1 END`;
    }
    case 'age_group':
      return ageGroupSql(value, adult);
    default:
      return ofChildren(finding, value);
  }
}

/** Leaves out people under the targeting age or of unknown age, by the youngest age that a row says, of targeting releases. */
export const minorsProvider: FactProvider<FactValues['minors']> = {
  ask({ release, columns, referenceDate, policy }) {
    if (release !== 'targeting') return notAsked;
    const years = policy.value('targeting-age', '*');
    const ages = columns.flatMap(({ finding, sql }) => ageSql(finding, sql, referenceDate, years) ?? []);
    if (ages.length === 0) return notTold;
    const age = `least(${ages.join(', ')})`;
    return {
      state: 'asked',
      way: 'leaves-out',
      columns: [{ sql: age }],
      goesBy: [policy.ruling('targeting-age', '*')].filter((ruling) => ruling !== null),
      mayLeave: [`(${age}) = 1`],
      async leaveOut(kept, [column]) {
        const underAge = await kept.count(`${kept.relation} WHERE ${column} = 0`);
        const unknownAge = await kept.count(`${kept.relation} WHERE ${column} IS NULL`);
        await kept.run(`INSERT INTO ${kept.gone} SELECT rid FROM ${kept.relation} WHERE ${column} IS DISTINCT FROM 1`);
        const excluded = [
          { why: releaseText.leftOut.minors(years), rows: underAge },
          { why: releaseText.leftOut.ageUnknown, rows: unknownAge },
        ].filter(({ rows }) => rows > 0);
        if (excluded.length > 0) kept.leaveOut();
        return { value: { underAge, unknownAge }, excluded };
      },
    };
  },
};
