import { stampDifference, stampsIn } from '#engine/journal/stamp-files.ts';
import type { PackVerification } from '#shared/contract/evidence.ts';
import type { RawRow } from '#shared/journal/verify-log.ts';
import { evidencePackText as text } from '#shared/text/engine/evidence-pack.ts';
import { stampPath } from './stamp-path.ts';

/**
 * Time stamps in a pack, each checked anew against its entry and the head that this names; whether that head is one of the log,
 * the log itself is asked. One that the log tells of and the pack lacks was lost before it was made, or taken out.
 * @param origin name of the log
 */
export async function checkStamps(
  files: ReadonlyMap<string, Buffer>,
  rows: readonly RawRow[],
  origin: string,
): Promise<PackVerification['problems']> {
  const entries = rows.map(({ seq, kind, payload }) => ({
    seq: Number(seq),
    kind: String(kind),
    payload: String(payload),
  }));
  const problems: PackVerification['problems'] = [];
  for (const kept of stampsIn(entries, origin)) {
    const file = stampPath(kept);
    const bytes = files.get(file);
    const difference = bytes === undefined ? 'missing' : await stampDifference(kept, bytes);
    if (difference !== null) problems.push({ file, kind: 'stamp', detail: text.stamp[difference](file, kept.seq) });
  }
  return problems;
}
