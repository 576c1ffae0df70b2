import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { subjectsText } from '#shared/text/engine/subjects.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import { sealedRejects } from '#engine/workspace/sealed-names.ts';
import type { Search } from './search.ts';

/** A line of the side file: where it can be had, the row as it stood in the file. */
const rejected = z.object({ raw: z.string().optional() });

/** Looks through the rows that were set aside when a dataset came in: what they are is not known, so their texts are. */
export async function searchRejected(search: Search, { id, name }: { id: string; name: string }): Promise<void> {
  const { workspace, job, sought, found } = search;
  if (!workspace.hasSealed(sealedRejects(id))) return;
  const path = await workspace.unseal(sealedRejects(id), { signal: job.signal });
  let [rows, held] = [0, 0];
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    throwIfCancelled(job.signal);
    if (line === '') continue;
    const { raw = '' } = rejected.parse(JSON.parse(line));
    rows += 1;
    if (sought.some((one) => one.heldBy(raw) !== null)) held += 1;
  }
  const of = { place: 'rejected-rows', id } as const;
  found.searched.push({ ...of, name: subjectsText.rejected(name), rows });
  if (held > 0) found.hits.push({ ...of, dataset: subjectsText.rejected(name), column: '', match: 'text', rows: held });
}
