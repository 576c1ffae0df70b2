import { recipeOf } from '#shared/domain/recipe-file.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { registeredCertificate } from '../releases/earlier-releases.ts';

/** A release and the keys and tables of tokens that it was written with. */
export interface KeyUse {
  seq: number;
  at: string;
  fileName: string;
  keyNames: string[];
  domains: string[];
}

const textOf = (settings: Record<string, unknown>, name: string): string[] =>
  typeof settings[name] === 'string' && settings[name] !== '' ? [settings[name]] : [];

/** What every release was written with, by its certificate; `notKnown`: those whose certificate is not the log's. */
export async function keyUses(workspace: Workspace): Promise<{ uses: KeyUse[]; notKnown: number }> {
  const uses: KeyUse[] = [];
  let notKnown = 0;
  for (const { seq, ts, subjectRef, payload } of workspace.catalog.entriesOf('release.written')) {
    const id = payload.releaseId ?? subjectRef;
    const certificate = await registeredCertificate(workspace, id, payload.certificateSha256);
    if (certificate === null) {
      notKnown += 1;
      continue;
    }
    const { purpose, steps } = recipeOf(certificate.recipe);
    const enabled = steps.filter((step) => step.enabled);
    const hashes = enabled.filter(({ op }) => op === 'keyed-hash');
    const tokens = enabled.filter(({ op }) => op === 'tokenise');
    uses.push({
      seq,
      at: ts,
      fileName: payload.fileName,
      // Without a name of its own a keyed hash is under the purpose's key.
      keyNames: [...new Set(hashes.map(({ settings }) => textOf(settings, 'key')[0] ?? purpose))],
      domains: [...new Set(tokens.flatMap(({ settings }) => textOf(settings, 'domain')))],
    });
  }
  return { uses, notKnown };
}
