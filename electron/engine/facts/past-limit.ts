import type { Finding } from '#shared/domain/finding.ts';
import { notAsked, notTold } from '#shared/facts/fact.ts';
import type { FactValues } from '#shared/facts/index.ts';
import { datesNamedAs, isDateColumn } from '#shared/retention/date-columns.ts';
import { quoteText } from '#shared/sql/quote.ts';
import type { FactContext, FactProvider, RowColumn } from './fact-provider.ts';
import { readDate } from './read-date.ts';

/** An identifier that is written and has a date beside it. `row`: `past` its limit, `fresh` or `undated`. */
interface Dated {
  type: string;
  column: string;
  days: number;
  row: RowColumn;
}

/** Readings of the dates that bear an identifier's name, else of all of its row, which it was there at. */
export function datesOf(finding: Finding, columns: FactContext['columns']): string[] {
  const dates = columns.filter(({ finding: one }) => isDateColumn(one));
  const named = new Set(
    datesNamedAs(
      finding,
      dates.map(({ finding: one }) => one),
    ),
  );
  const own = dates.filter((date) => named.has(date.finding));
  return (own.length > 0 ? own : dates).map((date) => readDate(date.sql));
}

/** Each by the latest of its dates. */
function datedIdentifiers({ columns, outputs, referenceDate, policy }: FactContext): Dated[] {
  // Identifiers that share dates read them once.
  const latest = new Map<string, { name: string; sql: string }>();
  const written = new Set(
    outputs.filter((output) => output.treatment !== 'redacted').flatMap((output) => output.sources),
  );
  return columns.flatMap(({ finding, sql }) => {
    const days = policy.ruling('identifier-lifetime', finding.type)?.value;
    if (days === undefined || !written.has(finding.name)) return [];
    const readings = datesOf(finding, columns);
    if (readings.length === 0) return [];
    const last = readings.length === 1 ? readings[0]! : `greatest(${readings.join(', ')})`;
    const shared = latest.get(last) ?? { name: `x_latest${latest.size + 1}`, sql: last };
    latest.set(last, shared);
    const limit = `DATE ${quoteText(referenceDate)} - INTERVAL ${days} DAY`;
    const row = {
      sql:
        `CASE WHEN nullif(trim(${sql}), '') IS NULL THEN NULL WHEN ${shared.name} IS NULL THEN 'undated' ` +
        `WHEN ${shared.name} < ${limit} THEN 'past' ELSE 'fresh' END`,
      shared,
    };
    return [{ type: finding.type, column: finding.name, days, row }];
  });
}

const states = ['past', 'undated', 'fresh'] as const;

/** Source columns that an output is made of. */
const madeOf = (outputs: FactContext['outputs'], at: number): readonly string[] => outputs[at]?.sources ?? [];

/**
 * Empties written identifiers that are past their days, and those without a day where others have one: how old they are
 * nobody knows. An anonymised release holds none.
 */
export const pastLimitProvider: FactProvider<FactValues['past-limit']> = {
  ask(context) {
    if (context.release === 'anonymised') return notAsked;
    const dated = datedIdentifiers(context);
    if (dated.length === 0) return notTold;
    return {
      state: 'asked',
      way: 'empties',
      columns: dated.map(({ row }) => row),
      goesBy: [...new Set(dated.map(({ type }) => type))].flatMap(
        (type) => context.policy.ruling('identifier-lifetime', type) ?? [],
      ),
      async empty(kept, outputs, names) {
        for (const [at, { column }] of dated.entries())
          for (const [index, { physical, treatment }] of outputs.entries())
            if (treatment !== 'redacted' && madeOf(context.outputs, index).includes(column))
              await kept.update(`SET ${physical} = NULL WHERE ${names[at]} IN ('past', 'undated')`);
      },
      count: (_, names) => ({
        aggregates: names.flatMap((name) => states.map((state) => `count(*) FILTER (${name} = '${state}')`)),
        value: (numbers) =>
          dated.map(({ type, column, days }, at) => {
            const [rows = 0, undated = 0, left = 0] = numbers.slice(at * states.length);
            return { type, column, days, rows, undated, left };
          }),
      }),
    };
  },
};
