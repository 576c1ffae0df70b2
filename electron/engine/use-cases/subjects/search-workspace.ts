import type { Recipe } from '#shared/domain/recipe-file.ts';
import { purposes } from '#shared/purposes/index.ts';
import { subjectsText } from '#shared/text/engine/subjects.ts';
import { openDuck } from '#engine/analysis/open-duck.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { withDataset, type DatasetInHand } from '#engine/tables/from-dataset.ts';
import { unreadableDatasets } from '../datasets/unreadable-datasets.ts';
import { readTokens } from '../tokens/token-table.ts';
import { keysInUse, type KeysInUse } from './keys-in-use.ts';
import { peopleOfLedger } from './people-of-ledger.ts';
import { pseudonymsOf } from './pseudonyms-of.ts';
import { searchRecipe } from './search-recipe.ts';
import { knownRecipes, searchReleases } from './search-releases.ts';
import { searchRejected } from './search-rejected.ts';
import { searchTexts } from './search-texts.ts';
import { hitsIn, type Search } from './search.ts';
import { searchRelation, type FoundCells, type Pseudonyms, type Relation } from './search-relation.ts';
import { pointingColumns } from './pointing-columns.ts';
import { soughtOf, type Sought } from './sought.ts';

/** A dataset's rows are numbered in file order. */
const rowNumber = 'rowid';

/** A dataset as it is searched: what its profiles say of all its rows is known. */
function relationOf({ duck, relation, columns, session }: DatasetInHand): Relation {
  const longest = new Map(session.profiles.map(({ name, maxLength }) => [name, maxLength]));
  const known = columns.map(({ name, physical }) => ({ name, physical, longest: longest.get(name) }));
  return { duck, relation, columns: known, rowNumber };
}

/** Looks through every dataset for the values as they were typed. @returns how they lie there */
async function searchPlainly(search: Search, datasets: readonly { id: string; name: string }[]) {
  const [spellings, pointed]: [string[], string[]] = [[], []];
  const cells = new Map<string, FoundCells[]>();
  for (const [done, { id, name }] of datasets.entries()) {
    search.job.progress({ phase: subjectsText.searching, done, total: datasets.length, unit: 'steps' });
    await withDataset(
      search.state,
      id,
      async (table) => {
        const own = await searchRelation(relationOf(table), search.sought, new Map(), search.job.signal);
        cells.set(id, own);
        const pointing = pointingColumns(table.session.effectiveFindings());
        for (const { match, column, cells: texts } of own) {
          if (match !== 'plain') continue;
          spellings.push(...texts);
          if (pointing.has(column)) pointed.push(...texts);
        }
        search.found.searched.push({ place: 'dataset', id, name, rows: table.rows });
      },
      { interrupt: search.job.signal },
    );
  }
  return { spellings: [...new Set(spellings)], pointed: [...new Set(pointed)], cells };
}

/** Pseudonyms in datasets: what came back in from a release, or from a platform. */
async function searchPseudonyms(
  { state, job }: Pick<Search, 'state' | 'job'>,
  id: string,
  pseudonyms: Pseudonyms,
  before: readonly FoundCells[],
): Promise<FoundCells[]> {
  const found = await withDataset(state, id, (table) => searchRelation(relationOf(table), [], pseudonyms, job.signal), {
    interrupt: job.signal,
  });
  return [...before, ...found];
}

/** What the tables of tokens have of somebody. @returns the tokens */
async function searchTokens(
  { workspace, found }: Search,
  sought: readonly Sought[],
  domains: readonly string[],
): Promise<{ tokens: string[]; byDomain: Map<string, string[]> }> {
  const tokens: string[] = [];
  const byDomain = new Map<string, string[]>();
  for (const domain of domains) {
    const pairs = await readTokens(workspace, domain);
    const own = [...pairs].filter(([, value]) => sought.some((one) => one.heldBy(value) === 'plain'));
    tokens.push(...own.map(([token]) => token));
    if (own.length > 0)
      byDomain.set(
        domain,
        own.map(([token]) => token),
      );
    const of = { place: 'tokens', id: domain } as const;
    found.searched.push({ ...of, name: subjectsText.tokens(domain), rows: pairs.size });
    if (own.length > 0)
      found.hits.push({ ...of, dataset: subjectsText.tokens(domain), column: '', match: 'plain', rows: own.length });
  }
  return { tokens, byDomain };
}

/** What the consent ledger has of somebody: events under a pseudonym of its own. */
function searchLedger({ workspace, found }: Search, values: readonly string[]): void {
  const { consent } = workspace.catalog;
  const events = peopleOfLedger(workspace, values).reduce((sum, person) => sum + consent.ofPerson(person).length, 0);
  const of = { place: 'consent-ledger', id: 'consent-ledger' } as const;
  const all = consent.purposes().reduce((sum, { events: own }) => sum + own, 0);
  found.searched.push({ ...of, name: subjectsText.ledger, rows: all });
  if (events > 0) found.hits.push({ ...of, dataset: subjectsText.ledger, column: '', match: 'keyed', rows: events });
}

async function pseudonymsSought(
  search: Search,
  keys: KeysInUse,
  sought: readonly Sought[],
  spellings: readonly string[],
): Promise<{ pseudonyms: Pseudonyms; tokens: Map<string, string[]> }> {
  const { workspace } = search;
  const { tokens, byDomain } = await searchTokens(search, sought, keys.domains);
  const duck = await openDuck({ directory: workspace.workDirectory });
  try {
    const values = [...new Set([...sought.map(({ typed }) => typed), ...spellings])];
    return { pseudonyms: await pseudonymsOf(workspace, duck, keys, { values, tokens }), tokens: byDomain };
  } finally {
    duck.close();
  }
}

/** What a search came to. */
export interface Searched {
  search: Search;
  /** The values as they lie in the datasets. */
  spellings: string[];
  /** By dataset, the cells that hold the person. */
  cells: ReadonlyMap<string, readonly FoundCells[]>;
  /** The values among those sought that tell one person from all others, by their form or by where they stand. */
  ofOnePerson: readonly Sought[];
  /** By domain, the tokens that stand for the person. */
  tokens: ReadonlyMap<string, readonly string[]>;
}

interface InDatasets extends Omit<Searched, 'search'> {
  /** The datasets that were looked through. */
  datasets: readonly { id: string; name: string; rejectedRows: number }[];
  pseudonyms: Pseudonyms;
  /** Recipes that are being worked at, by their dataset. */
  working: readonly { id: string; name: string; recipe: Recipe }[];
}

/** A search that has found nothing yet. @throws Failure WRONG_USAGE for a value that is too short to name anybody */
export const newSearch = (state: EngineSession, job: JobContext, values: readonly string[]): Search => ({
  state,
  workspace: state.requireWorkspace(),
  job,
  sought: values.map((value) => soughtOf(value)),
  found: { hits: [], searched: [], notSearched: [] },
});

/**
 * One person in the rows of all datasets: in the clear, under keys, hashed as platforms want it, inside longer texts.
 * @param hashAll false: of a town or a surname no hashes and tokens are looked for, which are many people's
 */
export async function searchDatasets(search: Search, hashAll: boolean): Promise<InDatasets> {
  const { state, workspace, job, found } = search;
  const unreadable = new Map(unreadableDatasets(workspace).map(({ id, name }) => [id, name]));
  const datasets = workspace.catalog.datasets.list().filter(({ id }) => !unreadable.has(id));
  for (const name of unreadable.values()) found.notSearched.push({ what: name, why: subjectsText.unreadable });

  const { spellings, pointed, cells } = await searchPlainly(search, datasets);
  const ofOnePerson = search.sought.filter(
    (one) => one.isOfOnePerson || pointed.some((text) => one.heldBy(text) === 'plain'),
  );
  const working = datasets.flatMap(({ id, name }) => {
    const recipe = workspace.catalog.recipes.peek(id);
    return recipe === null ? [] : [{ id, name, recipe }];
  });
  const recipes = [...working.map(({ recipe }) => recipe), ...(await knownRecipes(workspace))];
  const named = [...purposes, ...workspace.catalog.purposes.list()].map(({ id }) => id);
  const { pseudonyms, tokens } = await pseudonymsSought(
    search,
    keysInUse(recipes, named),
    hashAll ? search.sought : ofOnePerson,
    hashAll ? spellings : pointed,
  );
  for (const { id, name } of datasets) {
    throwIfCancelled(job.signal);
    const all = await searchPseudonyms({ state, job }, id, pseudonyms, cells.get(id) ?? []);
    cells.set(id, all);
    found.hits.push(...hitsIn({ place: 'dataset', id, dataset: name }, all));
  }
  return { spellings: hashAll ? spellings : pointed, cells, ofOnePerson, tokens, datasets, pseudonyms, working };
}

/**
 * One person, by any number of values that name them, in everything that the workspace holds. What was not looked
 * through is said, with the reason.
 * @param options `hashAll` as `searchDatasets`
 * @throws Failure WRONG_USAGE for a value that is too short to name anybody
 */
export async function searchWorkspace(
  state: EngineSession,
  job: JobContext,
  values: readonly string[],
  { hashAll = true }: { hashAll?: boolean } = {},
): Promise<Searched> {
  const search = newSearch(state, job, values);
  const { datasets, pseudonyms, working, ...searched } = await searchDatasets(search, hashAll);
  for (const { id, name, rejectedRows } of datasets) {
    throwIfCancelled(job.signal);
    if (rejectedRows > 0) await searchRejected(search, { id, name });
  }
  for (const one of working) searchRecipe(search, one);
  const own = hashAll ? values : searched.ofOnePerson.map(({ typed }) => typed);
  searchLedger(search, [...own, ...searched.spellings]);
  await searchReleases(search, pseudonyms);
  searchTexts(search);
  search.found.notSearched.push({ what: subjectsText.sealed, why: subjectsText.sealedWhy });
  return { search, ...searched };
}
