import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { certificate as certificateSchema } from '#shared/certificate/certificate.ts';
import type { ReleaseKind } from '#shared/domain/recipe-file.ts';
import { entryKinds } from '#shared/journal/entry-kinds.ts';
import { listEntries } from '#engine/journal/read-register.ts';
import type { EarlierRelease } from '#engine/release/join-earlier.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';

const written = entryKinds['release.written'];

/**
 * The releases of a source that the register knows, newest first, each recipe once. The log decides which there were,
 * so that one whose record was deleted is not forgotten; how it was made comes from the workspace's copy of its
 * certificate, if that is still the one the log names. A release that is to be anonymised is held against all of them,
 * any other against those that were.
 */
export async function earlierReleases(
  workspace: Workspace,
  sourceSha256: string,
  release: ReleaseKind,
): Promise<EarlierRelease[]> {
  const { entries } = listEntries(workspace.directory, { kind: 'release.written', text: sourceSha256, limit: 100_000 });
  const found: EarlierRelease[] = [];
  const plans = new Set<string>();
  for (const entry of entries) {
    const payload = written.safeParse(entry.payload);
    if (!payload.success || payload.data.sourceSha256 !== sourceSha256) continue;
    if (release !== 'anonymised' && payload.data.release !== 'anonymised') continue;
    const releaseId = payload.data.releaseId ?? entry.subjectRef;
    const made = await madeHow(
      join(workspace.directory, 'releases', `${releaseId}.certificate.json`),
      payload.data.certificateSha256,
    );
    if (made !== null && plans.has(made.planHash)) continue;
    if (made !== null) plans.add(made.planHash);
    found.push({ releaseId, output: payload.data.fileName, createdAt: entry.ts, made });
  }
  return found;
}

async function madeHow(path: string, sha256: string): Promise<EarlierRelease['made']> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null || createHash('sha256').update(text).digest('hex') !== sha256) return null;
  const { success, data } = certificateSchema.safeParse(JSON.parse(text));
  return success
    ? { recipe: data.recipe, referenceDate: data.referenceDate, format: data.output.format, planHash: data.planHash }
    : null;
}
