import { createHash } from 'node:crypto';
import { stampsIn } from '#engine/journal/stamp-files.ts';
import { judgeStamp } from '#engine/stamps/judge-stamp.ts';
import { readStamp } from '#engine/stamps/read-stamp.ts';
import type { PackVerification } from '#shared/contract/evidence.ts';
import type { RawRow } from '#shared/journal/verify-log.ts';
import { evidencePackText as text } from '#shared/text/engine/evidence-pack.ts';
import { stampPath } from './stamp-path.ts';

/**
 * Time stamps in a pack, each checked anew against the head that its entry names; whether that head is one of the log,
 * the log itself is asked. A stamp that is not in the pack was lost before it was made, and is no finding.
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
    if (bytes === undefined) continue;
    const stamp = readStamp(bytes);
    const head = new TextEncoder().encode(kept.text);
    const fits =
      typeof stamp !== 'string' &&
      createHash('sha256').update(bytes).digest('hex') === kept.sha256 &&
      typeof (await judgeStamp(stamp, head, [])) !== 'string';
    if (!fits) problems.push({ file, kind: 'stamp', detail: text.stampOtherwise(file, kept.seq) });
  }
  return problems;
}
