import { Button } from '@mantine/core';
import type { ClassifiedDataset } from '#shared/contract/classify.ts';
import { Notice } from '#renderer/design/notice.tsx';
import { classifyText } from '#shared/text/window/classify.ts';
import type { Wish } from './use-decisions.ts';

const text = classifyText.since;

/** What this file has that the last one had not, and the decisions that can be taken over from it. */
export function SinceLastImport({ classification, readOnly, decide }: { classification: ClassifiedDataset; readOnly: boolean; decide(wishes: Wish[]): Promise<void> }) {
  const { since } = classification;
  if (since === null) return null;
  const { name, importedAt, added, removed, reclassified, decisions } = since;
  const wishes = decisions.map((made): Wish => (made.action === 'accepted' ? { column: made.column, action: 'accept' } : { column: made.column, action: 'override', type: made.type, class: made.class, reason: made.reason ?? text.reason(name) }));
  return (
    <Notice title={text.title(name, importedAt)} {...(wishes.length > 0 && !readOnly ? { action: <Button onClick={() => void decide(wishes)}>{text.takeOver(wishes.length)}</Button> } : {})}>
      {text.changes(added, removed, reclassified)}
    </Notice>
  );
}
