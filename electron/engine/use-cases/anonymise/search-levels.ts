import { Failure } from '#shared/contract/failure.ts';
import { anonymiseText as text } from '#shared/text/engine/anonymise.ts';
import type { CodedHierarchy } from '#engine/anonymise/coded/coded-hierarchy.ts';
import type { PopulationRule } from '#engine/anonymise/lattice/judge.ts';
import { searchLattice } from '#engine/anonymise/lattice/search.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { ModelToJudge } from '#engine/privacy/judge-models.ts';
import type { AskedAnonymise } from './asked-anonymise.ts';
import { inWords, rulesFor } from './asked-models.ts';
import type { Chosen } from './chosen.ts';
import { knownOfLevels } from './known-method.ts';
import type { LoadedColumns } from './load-columns.ts';
import type { ByPopulation } from './population.ts';
import { recodeByLevels } from './recoding.ts';
import { searchColumns } from './search-columns.ts';

const ruleOf = ({ k }: ByPopulation): PopulationRule => ({
  asks: 'population',
  firm: true,
  holds: (people) => people >= k,
});

/**
 * One level for each column, the least lossy ones under which the models hold.
 * @throws Failure WRONG_USAGE as `searchColumns`; TARGET_MISSED where no levels reach the target, or none were found in
 *   time; JOB_CANCELLED
 */
export async function searchLevels(
  asked: AskedAnonymise,
  {
    hierarchies,
    loaded,
    models,
    population,
  }: {
    hierarchies: readonly CodedHierarchy[];
    loaded: LoadedColumns;
    models: readonly ModelToJudge[];
    population?: ByPopulation | undefined;
  },
  { signal, progress }: Pick<JobContext, 'signal' | 'progress'>,
): Promise<Chosen> {
  const { qi, guarded } = loaded;
  const mostHidden = Math.floor(qi.rows * asked.suppression + 1e-9);
  const byTable = population === undefined ? [] : [text.byTable(population.k, population.fileName)];
  const { levels, hidden, hiddenRows, score, bound, proven, checked, nodes } = await searchLattice({
    columns: searchColumns(loaded, hierarchies, asked).map((column, at) => ({
      ...column,
      population: population?.codes[at],
    })),
    guarded: guarded.columns,
    rows: qi.rows,
    rules: [...rulesFor(models, guarded.columns), ...(population === undefined ? [] : [ruleOf(population)])],
    population,
    utility: asked.metric,
    mostHidden,
    seconds: asked.seconds,
    signal,
    onProgress: (found) => progress({ phase: text.searching, done: found.checked, total: null, unit: 'steps' }),
  });
  if (levels === null)
    throw new Failure(
      'TARGET_MISSED',
      proven ? text.missed([...models.map(inWords), ...byTable], asked.suppression) : text.notFound(asked.seconds),
    );
  return {
    recoding: recodeByLevels(qi.columns, hierarchies, { levels, hidden }),
    levels: Object.fromEntries(
      hierarchies.map(({ column, levels: all }, at) => [column, { level: levels[at]!, of: all.length - 1 }]),
    ),
    hiddenRows,
    loss: null,
    score,
    bound,
    nodes,
    nodesChecked: checked,
    optimal: proven,
    notes: proven ? [] : [text.best(bound)],
    known: () =>
      knownOfLevels(
        hierarchies.map((hierarchy, at) => ({ codes: qi.columns[at]!.codes, hierarchy, level: levels[at]! })),
        { k: asked.k, mostLost: mostHidden, kAlone: models.length === 1 && population === undefined, signal },
      ),
  };
}
