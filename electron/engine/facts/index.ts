import type { Finding } from '#shared/domain/finding.ts';
import { factIds, type FactId, type FactValues } from '#shared/facts/index.ts';
import { notAsked, type Unanswered } from '#shared/facts/fact.ts';
import { advertisingIdsProvider } from './advertising-ids.ts';
import { consentProvider } from './consent.ts';
import type { AskedFact, FactContext, FactProvider, RowColumn } from './fact-provider.ts';
import { eventRowsProvider } from './event-rows.ts';
import { exactValuesProvider } from './exact-values.ts';
import { minorsProvider } from './minors.ts';
import { nearlyUniqueProvider } from './nearly-unique.ts';
import { pastLimitProvider } from './past-limit.ts';
import { proxiesProvider } from './proxies.ts';
import { reversalProvider } from './reversal.ts';
import { segmentProvider } from './segment.ts';
import { suppressedProvider } from './suppressed.ts';
import { writtenValuesProvider } from './written-values.ts';

/** How each fact is found: none can be listed without being found. */
const providers: { readonly [Id in FactId]: FactProvider<FactValues[Id]> } = {
  segment: segmentProvider,
  suppressed: suppressedProvider,
  minors: minorsProvider,
  consent: consentProvider,
  'advertising-ids': advertisingIdsProvider,
  'past-limit': pastLimitProvider,
  'nearly-unique': nearlyUniqueProvider,
  'written-values': writtenValuesProvider,
  proxies: proxiesProvider,
  'exact-values': exactValuesProvider,
  'event-rows': eventRowsProvider,
  reversal: reversalProvider,
};

/** What a release asks of its rows. */
export interface RowFacts {
  /** What is computed beside each row, under the name that it bears in the table. */
  columns: (RowColumn & { name: string })[];
  /** Every fact in the order of the list, with the names of its columns; or why it is not asked. */
  asked: { id: FactId; fact: AskedFact<unknown> | Unanswered; names: string[] }[];
}

/**
 * The facts that guardrails need of a release; those that decide which rows and cells leave are always among them.
 * @param needed ids of the facts that somebody will ask for
 */
export function askFacts(context: FactContext, needed: readonly FactId[]): RowFacts {
  const columns: RowFacts['columns'] = [];
  const asked = factIds.map((id): RowFacts['asked'][number] => {
    const fact: AskedFact<unknown> | Unanswered = providers[id].ask(context);
    if (fact.state !== 'asked') return { id, fact, names: [] };
    if (fact.way !== 'leaves-out' && fact.way !== 'empties' && !needed.includes(id))
      return { id, fact: notAsked, names: [] };
    const own = fact.columns.map((column, at) => ({ ...column, name: `x${columns.length + at + 1}` }));
    columns.push(...own);
    return { id, fact, names: own.map(({ name }) => name) };
  });
  return { columns, asked };
}

/** SQL over the source's columns that holds for the rows that the facts of a release let leave. */
export const mayLeave = (context: FactContext): string[] =>
  factIds.flatMap((id) => {
    const fact = providers[id].ask(context);
    return fact.state === 'asked' && fact.way === 'leaves-out' ? fact.mayLeave : [];
  });

/** Findings with the SQL of their column's text. @param physical SQL by the name of a source column */
export const factColumns = (
  findings: readonly Finding[],
  physical: ReadonlyMap<string, string>,
): FactContext['columns'] =>
  findings.flatMap((finding) => {
    const sql = physical.get(finding.name);
    return sql === undefined ? [] : [{ finding, sql }];
  });
