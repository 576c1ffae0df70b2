import type { RetentionTimeline } from '#shared/contract/retention.ts';
import { endOf } from '#shared/domain/iso-duration.ts';
import { recipeOf, type Recipe } from '#shared/domain/recipe-file.ts';
import { droppedColumns } from '#shared/recipe/dropped-columns.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { unreadableDatasets } from '../datasets/unreadable-datasets.ts';
import { necessityOf } from '../lawfulness/necessity-of.ts';
import { registeredCertificate } from '../releases/earlier-releases.ts';
import { isMadeOf, releasedFiles } from '../releases/released-files.ts';
import { rulesOf } from './bindings-of.ts';

/** How long nothing is said of what came in: nobody uses all of it on the first day. */
const timeToSettle = 'P14D';

/** What a recipe takes of a table: the columns that it was made for, but for those that it drops. */
function takenBy(recipe: Pick<Recipe, 'columns' | 'steps'>, all: readonly string[]): string[] {
  const dropped = droppedColumns(recipe);
  return (recipe.columns ?? all).filter((name) => !dropped.has(name));
}

/** The columns that checks and audits of quality looked at since a day. */
function checkedSince({ catalog }: Workspace, datasetId: string, counts: (moment: string) => boolean): string[] {
  const checks = catalog
    .entriesOf('quality.checked')
    .filter(({ ts, payload }) => payload.datasetId === datasetId && counts(ts))
    .flatMap(({ payload }) => payload.checks.flatMap(({ state, columns }) => (state === 'not-done' ? [] : columns)));
  const audits = catalog
    .entriesOf('quality.audited')
    .filter(({ ts, payload }) => payload.datasetId === datasetId && counts(ts))
    .flatMap(({ payload }) => payload.columns);
  return [...checks, ...audits];
}

/** Columns of releases since a day; null where what one of them took can no longer be told. */
async function releasedSince(
  workspace: Workspace,
  dataset: { id: string; sha256: string | undefined; columns: readonly string[] },
  counts: (moment: string) => boolean,
): Promise<string[] | null> {
  const isOwn = isMadeOf(dataset);
  const made = releasedFiles(workspace).filter((file) => isOwn(file) && counts(file.writtenAt));
  if (made.some(({ table }) => table !== null)) return null;
  const found: string[] = [];
  for (const { releaseId, certificateSha256 } of made) {
    const certificate = await registeredCertificate(workspace, releaseId, certificateSha256);
    if (certificate === null) return null;
    found.push(...takenBy(recipeOf(certificate.recipe), dataset.columns));
  }
  return found;
}

/**
 * Columns that nothing used within the period after which unused data go: no recipe, release, purpose, check or audit of
 * quality. Of a dataset that came in later than the period began it is what nothing has used so far. Where nobody
 * decided the period, everything since the import counts. No row is read; of what cannot be told nothing is said.
 * @param today YYYY-MM-DD
 */
export async function unusedColumns(state: EngineSession, today: string): Promise<RetentionTimeline['unused']> {
  const workspace = state.requireWorkspace();
  const { catalog } = workspace;
  const rule = rulesOf(workspace, today).find(({ preset }) => preset.id === 'unused-customers');
  const period = rule?.duration ?? null;
  const counts = (moment: string): boolean => period === null || endOf(moment.slice(0, 10), period) >= today;
  const unreadable = new Set(unreadableDatasets(workspace).map(({ id }) => id));
  const views = catalog.datasets.list().flatMap(({ join }) => join ?? []);
  const joined = new Set(views.flatMap(({ left, right }) => [left.datasetId, right.datasetId]));
  const datasets: RetentionTimeline['unused']['datasets'] = [];
  for (const { id: datasetId, sha256, name: dataset, columns: own, importedAt } of catalog.datasets.list()) {
    const columns = own.map(({ name }) => name);
    if (unreadable.has(datasetId) || joined.has(datasetId)) continue;
    const released = await releasedSince(workspace, { id: datasetId, sha256, columns }, counts);
    if (released === null) continue;
    const recipe = catalog.recipes.get(datasetId);
    const { rows } = await necessityOf(state, { datasetId });
    const needed = rows.filter(({ cells }) => cells.some(({ need }) => need === 'needed')).map(({ column }) => column);
    const used = new Set([
      ...released,
      ...(recipe === null ? [] : takenBy(recipe, columns)),
      ...needed,
      ...checkedSince(workspace, datasetId, counts),
    ]);
    const left = columns.filter((name) => !used.has(name));
    const since = importedAt.slice(0, 10);
    const over = !counts(importedAt);
    if (left.length > 0 && (over || endOf(since, timeToSettle) < today))
      datasets.push({ datasetId, dataset, columns: left, since, over });
  }
  return { period, datasets };
}
