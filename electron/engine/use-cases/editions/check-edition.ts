import { Failure } from '#shared/contract/failure.ts';
import type { EditionCheck } from '#shared/domain/edition.ts';
import type { EntryPayload } from '#shared/journal/entry-kinds/index.ts';
import { checkRecipe } from '#shared/recipe/check-recipe.ts';
import { policyTopics } from '#shared/policy/index.ts';
import { jobsText } from '#shared/text/engine/jobs.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { DatasetRecord, DatasetSession } from '#engine/session/dataset-session.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { earlierEditions } from '../datasets/since-last-import.ts';
import { requireEnterable } from '../require-enterable.ts';
import { editionColumnsOf } from './edition-columns.ts';
import { judgeEdition, type EditionTerms, type JudgedEdition } from './judge-edition.ts';
import { keptEdition } from './kept-edition.ts';

type Checked = EntryPayload<'edition.checked'>;

/** What the editions of a dataset are judged by, and whose recipe that is. */
interface Terms extends EditionTerms {
  recipeOf: string | null;
  recipeFits: boolean;
}

/**
 * The recipe of the newest earlier edition that has one, for the kind of release that it makes; where there is none, or
 * it does not fit, as the file is, for the kind and purpose of the last release.
 */
function termsOf(state: EngineSession, session: DatasetSession, earlier: readonly string[]): Terms {
  const { catalog } = state.requireWorkspace();
  const [recipeOf = null] = earlier.filter((id) => (catalog.recipes.get(id)?.steps.length ?? 0) > 0);
  const recipe = recipeOf === null ? null : catalog.recipes.get(recipeOf);
  if (recipe !== null) {
    const { purpose, release } = recipe;
    if (checkRecipe(recipe, session.columns).length === 0)
      return { recipe, purpose, release, recipeOf, recipeFits: true };
    return { recipe: null, purpose, release, recipeOf: null, recipeFits: false };
  }
  const last = catalog
    .entriesOf('release.written')
    .filter(({ payload }) => payload.datasetId !== null && earlier.includes(payload.datasetId))
    .at(-1)?.payload;
  return {
    recipe: null,
    purpose: last?.purpose ?? '',
    release: last?.release ?? 'anonymised',
    recipeOf: null,
    recipeFits: true,
  };
}

/** What the guardrails said of the edition before, where that is in the log and was judged by the same. */
function saidBefore(
  state: EngineSession,
  earlierId: string,
  terms: Terms,
): { entry: number; day: string; judged: JudgedEdition } | null {
  const last = state
    .requireWorkspace()
    .catalog.entriesOf('edition.checked')
    .filter(({ payload }) => payload.datasetId === earlierId)
    .at(-1);
  if (last === undefined) return null;
  const { release, purpose, recipeOf, day, findings, people } = last.payload;
  if (release !== terms.release || purpose !== terms.purpose || recipeOf !== terms.recipeOf) return null;
  return { entry: last.seq, day, judged: { findings: findings.after, people: people.after } };
}

/** Every policy row that holds on the day, with its value here. */
function policyValues(state: EngineSession, day: string): Checked['policy'] {
  const policy = state.policyOn(day);
  return policyTopics.flatMap(({ id, rows }) =>
    [...new Set(rows.map(({ subject }) => subject))].flatMap((subject) => {
      const ruling = policy.ruling(id, subject);
      return ruling === null ? [] : [{ topic: id, subject, value: ruling.value }];
    }),
  );
}

/**
 * Runs the guardrails on a dataset that is a later edition of one in the workspace, holds their answers and the columns
 * against that edition, and enters both into the log.
 * @returns null where the workspace has no earlier edition
 * @throws Failure DATASET_UNKNOWN, ROLE_REFUSED, WORKSPACE_READ_ONLY, JOB_CANCELLED
 */
export async function checkEdition(
  state: EngineSession,
  job: JobContext,
  { datasetId }: { datasetId: string },
): Promise<EditionCheck | null> {
  const workspace = state.requireWorkspace();
  const session = await state.dataset(datasetId);
  const { record } = session;
  const editions = earlierEditions(record, state.earlierRecords(record.summary));
  const [earlier] = editions;
  if (earlier === undefined) return null;
  requireEnterable(workspace, 'edition.checked');
  const { id: earlierId, importedAt } = earlier.summary;
  const asked = termsOf(
    state,
    session,
    editions.map(({ summary }) => summary.id),
  );
  const { terms, before, after, known } = await judgeBoth(state, { earlier, datasetId }, asked, job);
  const day = state.today();
  const columns = await editionColumnsOf(await state.dataset(earlierId), session, state.policyOn(day), job.signal);
  job.commit();
  workspace.register.append({
    kind: 'edition.checked',
    subjectRef: datasetId,
    payload: {
      datasetId,
      earlierId,
      release: terms.release,
      purpose: terms.purpose,
      recipeOf: terms.recipeOf,
      recipeFits: terms.recipeFits,
      day,
      earlierDay: known?.day ?? importedAt.slice(0, 10),
      beforeEntry: known?.entry ?? null,
      rowsBefore: earlier.summary.rows,
      rowsAfter: record.summary.rows,
      findings: { before: before.findings, after: after.findings },
      people: { before: before.people, after: after.people },
      columns,
      policy: policyValues(state, day),
    },
  });
  return keptEdition(state, datasetId);
}

/** Why a recipe cannot be held against rows; anything else ends the check. */
const unfit: readonly string[] = ['RECIPE_INVALID', 'TARGET_MISSED', 'KEY_MISSING'];

interface Judged {
  terms: Terms;
  before: JudgedEdition;
  after: JudgedEdition;
  known: ReturnType<typeof saidBefore>;
}

/** Both editions by the same terms: by the recipe where it can run on both, else both as their rows are. */
async function judgeBoth(
  state: EngineSession,
  { earlier, datasetId }: { earlier: DatasetRecord; datasetId: string },
  terms: Terms,
  job: JobContext,
): Promise<Judged> {
  const { id, importedAt } = earlier.summary;
  const known = saidBefore(state, id, terms);
  const report = (done: number): void =>
    job.progress({ phase: jobsText.phases.guarding, done, total: 3, unit: 'steps' });
  const judge = (of: string, day: string): Promise<JudgedEdition> => judgeEdition(state, of, terms, day, job.signal);
  try {
    report(0);
    const before = known?.judged ?? (await judge(id, importedAt.slice(0, 10)));
    report(1);
    const after = await judge(datasetId, state.today());
    report(2);
    return { terms, before, after, known };
  } catch (error) {
    if (!(error instanceof Failure) || terms.recipe === null || !unfit.includes(error.code)) throw error;
    const asTheyAre = { ...terms, recipe: null, recipeOf: null, recipeFits: false };
    return judgeBoth(state, { earlier, datasetId }, asTheyAre, job);
  }
}
