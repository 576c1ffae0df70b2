import { Failure } from '#shared/contract/failure.ts';
import type { LocalEffort } from '#shared/domain/anonymised-file.ts';
import { isMissing } from '#shared/domain/class-values.ts';
import { anonymiseText as text } from '#shared/text/engine/anonymise.ts';
import type { CodedHierarchy } from '#engine/anonymise/coded/coded-hierarchy.ts';
import type { CodedColumn } from '#engine/anonymise/coded/coded-table.ts';
import type { ProtectedColumn } from '#engine/anonymise/local/protected-column.ts';
import { recodeOnHierarchies } from '#engine/anonymise/local/recode-on-hierarchies.ts';
import type { HierarchyColumn } from '#engine/anonymise/local/tree-columns.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { ModelToJudge } from '#engine/privacy/judge-models.ts';
import { codesDigest } from '#engine/run-recipe/ways/way-input.ts';
import type { AskedAnonymise } from './asked-anonymise.ts';
import type { Chosen } from './chosen.ts';
import { knownOfRows } from './known-method.ts';
import type { LoadedColumns } from './load-columns.ts';
import { perGroup } from './per-group.ts';
import type { ByPopulation } from './population.ts';
import { lossOfCells, recodeByRows } from './recoding.ts';

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

/** Whose rows may not be parted, and how many people a group needs. */
interface Grouping {
  columns: HierarchyColumn[];
  k: number;
  protect: ProtectedColumn[];
  people: Uint32Array | undefined;
}

/** Groups of the file's own rows. */
function byRows(asked: AskedAnonymise, { hierarchies, loaded, models }: Input): Grouping {
  const { qi, guarded } = loaded;
  const whose = guarded.columns.find(({ name }) => name === asked.person);
  return {
    ...perGroup(models, asked, guarded.columns),
    columns: hierarchies.map((hierarchy, at) => ({ codes: qi.columns[at]!.codes, hierarchy })),
    people: whose && peopleIn(whose),
  };
}

/**
 * Groups of k people of the population, the file's rows among them: they count for nothing, and each reads as k people
 * of the population would, were all of it recoded. Labels that were sought for each row alone would not do: of the people
 * under a wide one, most might be known to have a narrower one.
 */
function byPopulation({ hierarchies, loaded: { qi } }: Input, { k, rows, codes, person }: ByPopulation): Grouping {
  const everybody = person === null ? Uint32Array.from({ length: rows }, (_, row) => row + 1) : peopleIn(person);
  const people = new Uint32Array(qi.rows + rows);
  people.set(everybody, qi.rows);
  return {
    k,
    protect: [],
    people,
    columns: hierarchies.map((hierarchy, at) => {
      const both = new Uint32Array(qi.rows + rows);
      both.set(qi.columns[at]!.codes);
      both.set(codes[at]!, qi.rows);
      return { codes: both, hierarchy };
    }),
  };
}

interface Input {
  hierarchies: readonly CodedHierarchy[];
  loaded: LoadedColumns;
  models: readonly ModelToJudge[];
  population?: ByPopulation | undefined;
}

/** @throws Failure WRONG_USAGE where groups of the population's people would have to keep to something else besides */
function requireMapAlone({ k, sensitive }: AskedAnonymise, models: readonly ModelToJudge[]): void {
  const others = models.filter(({ model, column }) => model.id !== 'k-anonymity' && column === null);
  if (k > 1 || sensitive.length > 0 || others.length > 0) throw new Failure('WRONG_USAGE', text.mapAloneLocally);
}

/**
 * Labels of its own for each row: no row is left out.
 * @throws Failure WRONG_USAGE for what is not held per group; as `recodeOnHierarchies`
 */
export async function recodeLocally(
  asked: AskedAnonymise & { local: LocalEffort },
  input: Input,
  { signal, progress }: Pick<JobContext, 'signal' | 'progress'>,
): Promise<Chosen> {
  requireLocal(asked);
  const { hierarchies, loaded, models, population } = input;
  if (population !== undefined) requireMapAlone(asked, models);
  const { qi, guarded } = loaded;
  const { person, local } = asked;
  const { columns, k, protect, people } =
    population === undefined ? byRows(asked, input) : byPopulation(input, population);
  const found = await recodeOnHierarchies(columns, {
    k,
    protect,
    people,
    // A seed that only who has the rows can know: a fixed one would tell which choices were made.
    seed: codesDigest({ rows: qi.rows, columns: [...qi.columns, ...guarded.columns] }).readUInt32LE(0),
    effort: local,
    signal,
    onProgress: (share) =>
      progress({ phase: text.grouping, done: Math.round(100 * share), total: 100, unit: 'percent' }),
  });
  // The file's rows stand before those of a population.
  const level = found.level.map((own) => own.subarray(0, qi.rows));
  const label = found.label.map((own) => own.subarray(0, qi.rows));
  const recoding = recodeByRows(qi.columns, hierarchies, { level, label }, { local, k, columns: asked.qi });
  const loss = lossOfCells(recoding);
  const protectedColumns = population === undefined ? guarded.columns.filter(({ name }) => name !== person) : [];
  return {
    recoding,
    levels: Object.fromEntries(hierarchies.map((hierarchy, at) => levelsUsed(hierarchy, level[at]!))),
    hiddenRows: 0,
    loss,
    score: loss,
    bound: 0,
    nodes: 0,
    nodesChecked: 0,
    optimal: false,
    notes: [population === undefined ? text.local : text.localByPopulation(population.k, population.fileName)],
    known: () => knownOfRows(columns, found, protectedColumns, { k, signal }),
  };
}
