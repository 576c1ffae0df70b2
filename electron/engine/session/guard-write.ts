import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Failure } from '#shared/contract/failure.ts';
import { outputsText } from '#shared/text/engine/outputs.ts';
import { guardOutputs, type GuardedOutput } from '#engine/grants/guard-outputs.ts';
import type { ReadAs } from '#engine/grants/grant-store.ts';
import { releaseFiles } from '#engine/release/place/release-files.ts';
import type { EngineSession } from './engine-session.ts';

/**
 * Holds the files that are about to be written against all that this engine may read, the open workspace and the data
 * its datasets came from; `replacing` is what an output of its own kind may replace. A dialog's or a command's own
 * question whether to replace changes nothing.
 * @throws Failure TARGET_PROTECTED
 */
export async function guardWrite(
  state: EngineSession,
  outputs: readonly GuardedOutput[],
  replacing?: ReadAs,
): Promise<void> {
  const { environment, workspace } = state;
  const privately = await state.privateDirectory();
  const outward = outputs.filter(({ path }) => dirname(path) !== privately);
  const inputs = state.grants.inputs().filter(({ as }) => as !== replacing);
  guardOutputs(outward, inputs, {
    own: [environment.profileDirectory, environment.workRoot],
    workspaces: workspace ? [workspace.directory] : [],
  });
  for (const { path } of outward) await refuseImported(state, path);
}

/** A release, and the certificate and its proof that are written beside it. */
export const releaseOutputs = (path: string): GuardedOutput[] =>
  releaseFiles(path, { registered: true }).map((file, index) => ({ path: file, companion: index > 0 }));

/** The file a dataset was imported from may have been read weeks ago, by another process: it is known by its bytes. */
async function refuseImported(state: EngineSession, path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return;
  const ofThisSize = (state.workspace?.catalog.datasets.list() ?? []).filter(({ bytes }) => bytes === found.size);
  if (ofThisSize.length === 0) return;
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  const sha256 = hash.digest('hex');
  const dataset = ofThisSize.find((candidate) => candidate.sha256 === sha256);
  if (dataset) throw new Failure('TARGET_PROTECTED', outputsText.isImported(basename(path), dataset.name));
}
