import { typeSet } from '#shared/semantic-types/type-set.ts';
import { semanticTypeById } from '#shared/semantic-types/index.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { FactValues } from '#shared/facts/index.ts';
import { holdsValues } from '#shared/guardrails/output-view.ts';
import { quoteText } from '#shared/sql/quote.ts';
import type { FactProvider } from './fact-provider.ts';

/** A clock of which not all is nought, as exports write a day. */
const clock = '\\d{1,2}:\\d{2}';
const midnight = '(?:^|\\D)0?0:00(?::00(?:[.,]0+)?)?(?:\\D|$)';
const epoch = '^1\\d{9}(?:\\.\\d+)?$|^1\\d{12}$|^1\\d{15}$';
/** Two degrees with four decimals: within some ten metres. */
const pair = '-?\\d{1,2}\\.\\d{4,}[^\\d]{1,3}-?\\d{1,3}\\.\\d{4,}';
const address = '^https?://[^/\\s]+/[^\\s]+';

/** A degree with three decimals: a house and not a district. */
const degree = '\\.\\d{3,}';
const dayAndClock = '\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}.{0,6}\\d{1,2}:\\d{2}';

const degrees = typeSet('latitude', 'longitude');

/** Whether a column of a type may hold several things in one text. */
const mayHoldText = (type: string): boolean => {
  const accepts = semanticTypeById(type)?.accepts;
  return accepts === undefined || accepts.includes('text') || accepts.includes('code') || accepts.includes('long_text');
};

/** A pattern is asked only of a text that holds what every text of its form has: looking for that takes little time. */
const where = (column: string, sign: string, test: string): string =>
  `(CASE WHEN contains(${column}, ${quoteText(sign)}) THEN ${test} ELSE false END)`;

/** SQL of whether a value of a column is exact; null where it is nothing that could be. */
function exactSql({ type, flags }: Finding, physical: string): string | null {
  const column = `CAST(${physical} AS VARCHAR)`;
  const value = `trim(${column})`;
  const matches = (pattern: string): string => `regexp_matches(${value}, ${quoteText(pattern)})`;
  const notMidnight = `NOT ${matches(midnight)}`;
  if (degrees.has(type)) return matches(degree);
  if (flags.includes('timestamp')) return `((${matches(clock)} AND ${notMidnight}) OR ${matches(epoch)})`;
  if (!mayHoldText(type)) return null;
  // Whatever it is called: an address, a place or a moment may stand beside something else.
  const withColon = `(${matches(address)} OR (${matches(dayAndClock)} AND ${notMidnight}))`;
  return `(${where(column, ':', withColon)} OR ${where(column, '.', matches(pair))})`;
}

/** Counts exact values in what a release would write as it was. */
export const exactValuesProvider: FactProvider<FactValues['exact-values']> = {
  ask({ columns, outputs }) {
    const found = new Map(columns.map(({ finding }) => [finding.name, finding]));
    return {
      state: 'asked',
      way: 'looks',
      columns: [],
      async look({ values, outputs: written }) {
        const looked = written.flatMap(({ name, physical, treatment }, at) => {
          if (!holdsValues({ treatment })) return [];
          const sources = (outputs[at]?.sources ?? []).flatMap((source) => found.get(source) ?? []);
          return sources.some((finding) => exactSql(finding, physical) !== null)
            ? [{ name, sql: physical, sources }]
            : [];
        });
        const exact = await values.any(looked, ({ sources }, sql) =>
          sources.flatMap((finding) => exactSql(finding, sql) ?? []).join(' OR '),
        );
        return looked.flatMap(({ name }, at) => (exact[at] ? [name] : []));
      },
    };
  },
};
