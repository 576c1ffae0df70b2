import { consentKeyKinds } from '#shared/domain/consent.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { purposes } from '#shared/purposes/index.ts';
import { subjectsText } from '#shared/text/engine/subjects.ts';
import { openDuck } from '#engine/analysis/open-duck.ts';
import { normalisedKey, pseudonymiser } from '#engine/consent/person-key.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { withDataset } from '#engine/tables/from-dataset.ts';
import { unreadableDatasets } from '../datasets/unreadable-datasets.ts';
import { readTokens } from '../tokens/token-table.ts';
import { keysInUse, type KeysInUse } from './keys-in-use.ts';
import { pseudonymsOf } from './pseudonyms-of.ts';
import { searchRecipe } from './search-recipe.ts';
import { knownRecipes, searchReleases } from './search-releases.ts';
import { searchRejected } from './search-rejected.ts';
import { hitsIn, type Search } from './search.ts';
import { searchRelation, type FoundCells, type Pseudonyms } from './search-relation.ts';
import { soughtOf } from './sought.ts';

/** A dataset's rows are numbered in file order. */
const rowNumber = 'rowid';

/** Looks through every dataset for the values as they were typed. @returns how they lie there */
async function searchPlainly(search: Search, datasets: readonly { id: string; name: string }[]) {
  const spellings: string[] = [];
  const cells = new Map<string, FoundCells[]>();
  for (const [done, { id, name }] of datasets.entries()) {
    search.job.progress({ phase: subjectsText.searching, done, total: datasets.length, unit: 'steps' });
    await withDataset(
      search.state,
      id,
      async (table) => {
        const own = await searchRelation({ ...table, rowNumber }, search.sought, new Map(), search.job.signal);
        cells.set(id, own);
        for (const { match, cells: texts } of own) if (match === 'plain') spellings.push(...texts);
        search.found.searched.push({ place: 'dataset', id, name, rows: table.rows });
      },
      { interrupt: search.job.signal },
    );
  }
  return { spellings: [...new Set(spellings)], cells };
}

/** Pseudonyms in datasets: what came back in from a release, or from a platform. */
async function searchPseudonyms(
  { state, job }: Search,
  id: string,
  pseudonyms: Pseudonyms,
  before: readonly FoundCells[],
): Promise<FoundCells[]> {
  const found = await withDataset(
    state,
    id,
    (table) => searchRelation({ ...table, rowNumber }, [], pseudonyms, job.signal),
    {
      interrupt: job.signal,
    },
  );
  return [...before, ...found];
}

/** What the tables of tokens have of somebody. @returns the tokens */
async function searchTokens({ workspace, sought, found }: Search, domains: readonly string[]): Promise<string[]> {
  const tokens: string[] = [];
  for (const domain of domains) {
    const pairs = await readTokens(workspace, domain);
    const own = [...pairs].filter(([, value]) => sought.some((one) => one.heldBy(value) === 'plain'));
    tokens.push(...own.map(([token]) => token));
    const of = { place: 'tokens', id: domain } as const;
    found.searched.push({ ...of, name: subjectsText.tokens(domain), rows: pairs.size });
    if (own.length > 0)
      found.hits.push({ ...of, dataset: subjectsText.tokens(domain), column: '', match: 'plain', rows: own.length });
  }
  return tokens;
}

/** What the consent ledger has of somebody: events under a pseudonym of its own. */
function searchLedger({ workspace, found }: Search, values: readonly string[]): void {
  const { consent } = workspace.catalog;
  const pseudonymOf = pseudonymiser(workspace.keys.ledgerKey());
  const people = new Set(
    values.flatMap((value) =>
      consentKeyKinds.flatMap((kind) => {
        const normalised = normalisedKey(kind, value);
        return normalised === null ? [] : [pseudonymOf(kind, normalised)];
      }),
    ),
  );
  const events = [...people].reduce((sum, person) => sum + consent.ofPerson(person).length, 0);
  const of = { place: 'consent-ledger', id: 'consent-ledger' } as const;
  const all = consent.purposes().reduce((sum, { events: own }) => sum + own, 0);
  found.searched.push({ ...of, name: subjectsText.ledger, rows: all });
  if (events > 0) found.hits.push({ ...of, dataset: subjectsText.ledger, column: '', match: 'keyed', rows: events });
}

async function pseudonymsSought(search: Search, keys: KeysInUse, spellings: readonly string[]): Promise<Pseudonyms> {
  const { workspace, sought } = search;
  const tokens = await searchTokens(search, keys.domains);
  const duck = await openDuck({ directory: workspace.workDirectory });
  try {
    const values = [...new Set([...sought.map(({ typed }) => typed), ...spellings])];
    return await pseudonymsOf(workspace, duck, keys, { values, tokens });
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
}

/**
 * One person, by any number of values that name them, in everything that the workspace holds: in the clear, under its
 * keys, hashed as platforms want it, inside longer texts. What was not looked through is said, with the reason.
 * @throws Failure WRONG_USAGE for a value that is too short to name anybody
 */
export async function searchWorkspace(
  state: EngineSession,
  job: JobContext,
  values: readonly string[],
): Promise<Searched> {
  const workspace = state.requireWorkspace();
  const search: Search = {
    state,
    workspace,
    job,
    sought: values.map((value) => soughtOf(value)),
    found: { hits: [], searched: [], notSearched: [] },
  };
  const { found } = search;
  const unreadable = new Map(unreadableDatasets(workspace).map(({ id, name }) => [id, name]));
  const datasets = workspace.catalog.datasets.list().filter(({ id }) => !unreadable.has(id));
  for (const name of unreadable.values()) found.notSearched.push({ what: name, why: subjectsText.unreadable });

  const { spellings, cells } = await searchPlainly(search, datasets);
  const working = datasets.flatMap(({ id, name }): { id: string; name: string; recipe: Recipe }[] => {
    const recipe = workspace.catalog.recipes.peek(id);
    return recipe === null ? [] : [{ id, name, recipe }];
  });
  const recipes = [...working.map(({ recipe }) => recipe), ...(await knownRecipes(workspace))];
  const named = [...purposes, ...workspace.catalog.purposes.list()].map(({ id }) => id);
  const pseudonyms = await pseudonymsSought(search, keysInUse(recipes, named), spellings);
  for (const { id, name, rejectedRows } of datasets) {
    throwIfCancelled(job.signal);
    const all = await searchPseudonyms(search, id, pseudonyms, cells.get(id) ?? []);
    cells.set(id, all);
    found.hits.push(...hitsIn({ place: 'dataset', id, dataset: name }, all));
    if (rejectedRows > 0) await searchRejected(search, { id, name });
  }
  for (const one of working) searchRecipe(search, one);
  searchLedger(search, [...values, ...spellings]);
  await searchReleases(search, pseudonyms);
  found.notSearched.push({ what: subjectsText.ownTexts, why: subjectsText.ownTextsWhy });
  return { search, spellings, cells };
}
