import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Classification } from '#shared/domain/finding.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { sealedDates } from '#engine/workspace/sealed-names.ts';

const dates = z.array(z.tuple([z.string(), z.string()]));

/** The days since when an inventory's columns follow people, by column, as they are sealed. */
export function datesText({ inventory }: Classification): string {
  const found: z.infer<typeof dates> = inventory.flatMap(({ column, since }) =>
    since === null ? [] : [[column, since]],
  );
  return JSON.stringify(found);
}

/**
 * Keeps the days since when an inventory's columns follow people sealed like the rows: they are values of the dataset.
 * @returns the classification as the catalogue may hold it, without them
 */
export async function sealDates(
  workspace: Workspace,
  datasetId: string,
  classification: Classification,
  signal: AbortSignal,
): Promise<Classification> {
  // Where unsealing would put it.
  const clear = join(workspace.workDirectory, sealedDates(datasetId));
  await writeFile(clear, datesText(classification), { mode: 0o600 });
  await workspace.seal(sealedDates(datasetId), clear, { signal });
  return { ...classification, inventory: classification.inventory.map((item) => ({ ...item, since: null })) };
}

/**
 * The days by column name; empty where the sealed data is gone, or the workspace is older than this and was not
 * classified again.
 */
export async function inventoryDates(workspace: Workspace, datasetId: string): Promise<ReadonlyMap<string, string>> {
  if (!workspace.hasSealed(sealedDates(datasetId))) return new Map();
  return new Map(dates.parse(JSON.parse(await readFile(await workspace.unseal(sealedDates(datasetId)), 'utf8'))));
}
