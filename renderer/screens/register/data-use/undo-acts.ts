import { engine } from '#renderer/client/connection.ts';
import { isReadableVersion, type RecordVersion } from '#shared/register/register-snapshot.ts';
import { dataUseText as text } from '#shared/text/window/data-use.ts';

/** What stood before an act: the binding of the dataset as it was edited last, and which purposes there were. */
export interface Before {
  binding: RecordVersion<'binding'> | null;
  purposes: ReadonlySet<string>;
}

/** The binding of a dataset as it was edited last; null where there is none that can be read. */
async function bindingOf(datasetId: string): Promise<RecordVersion<'binding'> | null> {
  const listed = await engine.records.list({ kind: 'binding' });
  for (const { id } of listed.filter(({ unreadable }) => !unreadable)) {
    const { draft, version } = await engine.records.get({ kind: 'binding', id });
    const shown = draft ?? version;
    if (shown === null || !isReadableVersion(shown)) continue;
    const binding = shown as RecordVersion<'binding'>;
    const { dataset } = binding.body;
    if (dataset?.state === 'stated' && dataset.value === datasetId) return binding;
  }
  return null;
}

export async function whatStood(datasetId: string): Promise<Before> {
  const purposes = await engine.records.list({ kind: 'purpose' });
  return { binding: await bindingOf(datasetId), purposes: new Set(purposes.map(({ id }) => id)) };
}

const discard = (version: Pick<RecordVersion, 'kind' | 'id' | 'sha256'>): Promise<unknown> =>
  engine.records.discardDraft({
    kind: version.kind,
    id: version.id,
    reason: text.undoneReason,
    recordSha256: version.sha256,
  });

/**
 * Takes an act back: the binding says again what it said, and purposes that began with it are gone. Refused by the
 * engine where somebody went on writing meanwhile.
 */
export async function takeBack({ binding, purposes }: Before, after: RecordVersion<'binding'>): Promise<void> {
  if (binding?.state === 'draft' || binding?.state === 'returned') {
    await engine.records.saveDraft({ kind: 'binding', id: after.id, body: binding.body, base: after.sha256 });
    await engine.records.endSitting({ kind: 'binding', id: after.id });
  } else await discard(after);
  for (const { id, state } of await engine.records.list({ kind: 'purpose' })) {
    if (purposes.has(id) || state !== 'draft') continue;
    const { draft } = await engine.records.get({ kind: 'purpose', id });
    if (draft !== null && isReadableVersion(draft)) await discard(draft);
  }
}
