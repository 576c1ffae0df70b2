import { Failure } from '#shared/contract/failure.ts';
import type { LocalEffort } from '#shared/domain/anonymised-file.ts';
import { isMissing } from '#shared/domain/class-values.ts';
import { anonymiseText as text } from '#shared/text/engine/anonymise.ts';
import type { CodedHierarchy } from '#engine/anonymise/coded/coded-hierarchy.ts';
import type { CodedColumn } from '#engine/anonymise/coded/coded-table.ts';
import { recodeOnHierarchies } from '#engine/anonymise/local/recode-on-hierarchies.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { ModelToJudge } from '#engine/privacy/judge-models.ts';
import { codesDigest } from '#engine/run-recipe/ways/way-input.ts';
import type { AskedAnonymise } from './asked-anonymise.ts';
import type { Chosen } from './chosen.ts';
import { knownOfRows } from './known-method.ts';
import type { LoadedColumns } from './load-columns.ts';
import { perGroup } from './per-group.ts';
import { recodeByRows } from './recoding.ts';

/** People by row, numbered from 1; 0 where nobody is named. */
const peopleIn = ({ codes, values }: CodedColumn): Uint32Array =>
  Uint32Array.from(codes, (code) => (isMissing(values[code]!) ? 0 : code + 1));

/** @throws Failure WRONG_USAGE where levels are bounded or weighed, or another metric is asked for */
function requireLocal({ limits, metric }: AskedAnonymise): void {
  if (limits.length > 0) throw new Failure('WRONG_USAGE', text.noLimitsLocally);
  if (metric !== 'loss') throw new Failure('WRONG_USAGE', text.noMetricLocally(metric));
}

/** Highest level that a column's rows use, and the mean over all of them. */
function levelsUsed({ column, levels }: CodedHierarchy, level: Uint8Array): [string, Chosen['levels'][string]] {
  let [highest, sum] = [0, 0];
  for (const one of level) {
    sum += one;
    if (one > highest) highest = one;
  }
  return [column, { level: highest, of: levels.length - 1, mean: sum / level.length }];
}

/**
 * Labels of its own for each row: no row is left out.
 * @throws Failure WRONG_USAGE for what is not held per group; as `recodeOnHierarchies`
 */
export async function recodeLocally(
  asked: AskedAnonymise & { local: LocalEffort },
  {
    hierarchies,
    loaded,
    models,
  }: { hierarchies: readonly CodedHierarchy[]; loaded: LoadedColumns; models: readonly ModelToJudge[] },
  { signal, progress }: Pick<JobContext, 'signal' | 'progress'>,
): Promise<Chosen> {
  requireLocal(asked);
  const { qi, guarded } = loaded;
  const { person, local } = asked;
  const { k, protect } = perGroup(models, asked, guarded.columns);
  const columns = hierarchies.map((hierarchy, at) => ({ codes: qi.columns[at]!.codes, hierarchy }));
  const whose = guarded.columns.find(({ name }) => name === person);
  const found = await recodeOnHierarchies(columns, {
    k,
    protect,
    people: whose && peopleIn(whose),
    // A seed that only who has the rows can know: a fixed one would tell which choices were made.
    seed: codesDigest({ rows: qi.rows, columns: [...qi.columns, ...guarded.columns] }).readUInt32LE(0),
    effort: local,
    signal,
    onProgress: (share) =>
      progress({ phase: text.grouping, done: Math.round(100 * share), total: 100, unit: 'percent' }),
  });
  return {
    recoding: recodeByRows(qi.columns, hierarchies, found, { local, k, columns: asked.qi }),
    levels: Object.fromEntries(hierarchies.map((hierarchy, at) => levelsUsed(hierarchy, found.level[at]!))),
    hiddenRows: 0,
    loss: found.ncp,
    score: found.ncp,
    bound: 0,
    nodes: 0,
    nodesChecked: 0,
    optimal: false,
    notes: [text.local],
    known: () =>
      knownOfRows(
        columns,
        found,
        guarded.columns.filter(({ name }) => name !== person),
        { k, signal },
      ),
  };
}
