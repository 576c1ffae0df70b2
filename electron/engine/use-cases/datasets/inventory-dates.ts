import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Classification } from '#shared/domain/finding.ts';
import type { NextSealed, Workspace } from '#engine/workspace/workspace.ts';
import { sealedDates, type SealedFile } from '#engine/workspace/sealed-names.ts';

const dates = z.array(z.tuple([z.string(), z.string()]));

/** The days since when an inventory's columns follow people, by column, as they are sealed. */
export function datesText({ inventory }: Classification): string {
  const found: z.infer<typeof dates> = inventory.flatMap(({ column, since }) =>
    since === null ? [] : [[column, since]],
  );
  return JSON.stringify(found);
}

/**
 * Seals the days since when an inventory's columns follow people like the rows: they are values of the dataset.
 * @param seal where to: in place, or beside it for whoever enters it first
 * @returns the classification as the catalogue may hold it, without them, and what was sealed
 */
export async function sealDates(
  { workDirectory, next }: Pick<Workspace, 'workDirectory' | 'next'>,
  datasetId: string,
  classification: Classification,
  { signal, seal = next.seal }: { signal: AbortSignal; seal?: NextSealed['seal'] },
): Promise<{ suggestions: Classification; sealed: SealedFile }> {
  const name = sealedDates(datasetId);
  const clear = join(workDirectory, `${name}.next`);
  try {
    await writeFile(clear, datesText(classification), { mode: 0o600 });
    const sha256 = await seal(name, clear, { signal });
    const inventory = classification.inventory.map((item) => ({ ...item, since: null }));
    return { suggestions: { ...classification, inventory }, sealed: { name, sha256 } };
  } finally {
    await rm(clear, { force: true });
  }
}

/**
 * The days by column name; empty where the sealed data is gone, or the workspace is older than this and was not
 * classified again.
 */
export async function inventoryDates(workspace: Workspace, datasetId: string): Promise<ReadonlyMap<string, string>> {
  if (!workspace.hasSealed(sealedDates(datasetId))) return new Map();
  return new Map(dates.parse(JSON.parse(await readFile(await workspace.unseal(sealedDates(datasetId)), 'utf8'))));
}
