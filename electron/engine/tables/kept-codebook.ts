import { readFile } from 'node:fs/promises';
import { codebook, type Codebook } from '#shared/codebooks/codebook.ts';
import { sealedCodebook } from '#engine/workspace/sealed-names.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';

/** The codebook kept with a dataset, or undefined. */
export async function keptCodebook(workspace: Workspace, datasetId: string): Promise<Codebook | undefined> {
  const name = sealedCodebook(datasetId);
  if (!workspace.hasSealed(name)) return undefined;
  return codebook.parse(JSON.parse(await readFile(await workspace.unseal(name), 'utf8')));
}
