import { z } from 'zod';
import { Failure } from '#shared/contract/failure.ts';
import type { ComparedFile } from '#shared/domain/kept-figures.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import { keysFromFile } from '#engine/keys/keys-from-file.ts';
import { readKeyFile } from '#engine/keys/read-key-file.ts';
import { measureOutput } from '#engine/release/measure-output.ts';
import { noiseSecret } from '#engine/run-recipe/plan-hash.ts';
import { previewKeys } from '#engine/run-recipe/preview-keys.ts';
import { transformRows } from '#engine/run-recipe/transform-rows.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { TableInHand } from '#engine/tables/table-in-hand.ts';
import { measureKept } from '../kept/measure-kept.ts';
import { readSource } from '../kept/read-source.ts';
import { fewestShown, specialColumns } from '../kept/what-is-shown.ts';
import { releaseBasis } from '../releases/release-basis.ts';
import { frontierOf } from './frontier-of.ts';

interface AskedComparison {
  recipe: Recipe;
  keyGrantId?: string | undefined;
  /** YYYY-MM-DD in place of the recipe's day. */
  today?: string | undefined;
}

/**
 * What a recipe keeps of a file: distributions and correlations before and after, and what other choices would cost. What
 * is drawn by chance is drawn as a release under the same keys would draw it; without keys from chance.
 * @throws Failure WRONG_USAGE, RECIPE_INVALID, KEY_MISSING, JOB_CANCELLED
 */
export async function compareFile(
  state: EngineSession,
  table: TableInHand,
  { recipe, keyGrantId, today }: AskedComparison,
  job: JobContext,
): Promise<ComparedFile> {
  if (today !== undefined && !z.iso.date().safeParse(today).success)
    throw new Failure('WRONG_USAGE', releaseText.dayIsNoDate);
  const { signal } = job;
  const report = (share: number): void =>
    job.progress({ phase: 'measuring', done: Math.round(share * 100), total: 100, unit: 'percent' });
  const basis = await releaseBasis(state, table, { recipe, workingRecipe: false, today });
  const keys =
    keyGrantId === undefined
      ? (state.workspace?.keys ?? null)
      : keysFromFile(await readKeyFile(state.grants.readPath(keyGrantId, 'key')));
  const rows = await transformRows({
    ...basis,
    keys: keys ?? previewKeys(),
    referenceDate: today ?? recipe.referenceDate,
    spreadsheet: false,
    emptyIsNull: false,
    signal,
  });
  try {
    table.holdCount(rows.rows);
    const { findings } = basis;
    const least = fewestShown(recipe);
    const names = table.columns.map(({ name }) => name);
    const source = await readSource(rows, { table, profiles: await table.profiles(), least, signal });
    report(0.2);
    const secret = noiseSecret(keys, table.sha256, rows.compiled);
    const measured = await measureOutput(rows, { recipe, findings, secret, signal });
    report(0.5);
    const frontier = await frontierOf({ table, recipe, findings, signal }, rows, measured);
    const kept = await measureKept({
      rows,
      measured,
      source,
      columns: table.columns,
      withheld: specialColumns(findings, new Set(names)),
      least,
      signal,
      onShare: (share) => report(0.6 + 0.4 * share),
    });
    return { file: table.fileName, purpose: recipe.purpose, kept, frontier };
  } finally {
    await rows.close();
  }
}
