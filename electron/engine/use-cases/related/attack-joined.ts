import type { AttackFindings, AttackLimits } from '#shared/domain/attack-results.ts';
import type { LocalEffort } from '#shared/domain/anonymised-file.ts';
import type { TableLabels } from '#shared/domain/anonymised-tables.ts';
import { relatedText as text } from '#shared/text/engine/related-tables.ts';
import { attackHalves } from '#engine/anonymise/attack/attack-halves.ts';
import { groupPeople } from '#engine/anonymise/related/group-people.ts';
import { viewOfPeople, viewOfRelease } from '#engine/anonymise/related/joined-view.ts';
import { somePeople, type RelatedTables } from '#engine/anonymise/related/related-tables.ts';

/** Columns that are attacked one by one. */
const mostColumns = 250;
const seed = 20_261_130;
/** Measured within seconds, whatever the size of the tables. */
const targets = { predicates: 300, linkability: 500, inference: 1000 };

/** What was attacked, or why nothing was. */
export type AttackedJoin =
  | { findings: AttackFindings; columns: number }
  | { findings: null; why: 'few' | 'many' | 'skipped' };

/** Whether each half of the people can be released. */
const canHalve = ({ people, households }: RelatedTables, k: number): boolean =>
  (households === undefined ? people : new Set(households).size) >> 1 >= k;

/**
 * Attacks people joined to their rows: half of them are released anew, with the other half as control.
 * @throws Failure JOB_CANCELLED
 */
export async function attackJoined(
  tables: RelatedTables,
  options: {
    k: number;
    effort: LocalEffort;
    as: TableLabels;
    limits: AttackLimits;
    signal: AbortSignal;
    onProgress: (share: number) => void;
  },
): Promise<AttackedJoin> {
  const { k, effort, as, limits, signal, onProgress } = options;
  if (!canHalve(tables, k)) return { findings: null, why: 'few' };
  const names = { rows: text.rowsOf, commonest: text.commonestOf };
  const all = viewOfPeople(tables, names);
  // In which everybody is the same there is nothing to find.
  const columns = all.columns.filter(({ codes }) => codes.some((code) => code !== codes[0]));
  const people = { rows: all.rows, columns };
  const differing = new Set(columns.map(({ name }) => name));
  if (people.columns.length > mostColumns) return { findings: null, why: 'many' };
  const findings = await attackHalves({
    people,
    persons: tables.households,
    releaseOf: async (rows) => {
      const half = somePeople(tables, rows);
      const grouped = await groupPeople(half, { k, seed, effort, as, signal });
      const { released, cells } = viewOfRelease(half, grouped, tables, names);
      const kept = released.columns.filter(({ name }) => differing.has(name));
      return { released: { rows: released.rows, columns: kept }, cells };
    },
    splits: 1,
    targets,
    limits,
    seed,
    signal,
    onProgress,
  });
  return { findings, columns: people.columns.length };
}
