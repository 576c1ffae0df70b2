import type { Purpose } from '#shared/domain/purpose.ts';
import { nameKey } from '#shared/domain/recipient-name.ts';
import { activitiesOf, declaredOf, proposedFor, type Declared } from '../compare/declared.ts';
import type { ObservedDataset, ObservedRelease } from '../observed/observed.ts';
import type { RecordBody } from '../record-kinds/index.ts';
import { recordOfPurpose } from '../record-of-purpose.ts';
import type { RegisterSnapshot, WholeSnapshot } from '../register-snapshot.ts';
import { unreadableRecords } from '../unreadable-records.ts';
import { fromLog } from './from-log.ts';
import type { Proposal } from './merge-proposal.ts';

type WithRetired = RegisterSnapshot & Partial<Pick<WholeSnapshot, 'retired'>>;

const stated = (answer: { state: string } | undefined): unknown =>
  answer?.state === 'stated' && 'value' in answer ? answer.value : undefined;

const isCalled = ({ drafted, holds }: Declared<'recipient'>, name: string): boolean =>
  [drafted, holds].some(({ body: { name: own, alsoCalled } }) => {
    const names = alsoCalled?.state === 'stated' ? alsoCalled.items.map(({ value }) => value) : [];
    return [...(own?.state === 'stated' ? [own.value] : []), ...names].some((one) => nameKey(one) === nameKey(name));
  });

/** The record of the purpose, or a draft of one in the words of the preset; null where nobody can tell. */
export function purposeOf(snapshot: RegisterSnapshot, purpose: Purpose, entry: number, newId: () => string) {
  const known = recordOfPurpose(snapshot, purpose.id);
  if (known) return { id: known.id, proposals: [] };
  // One that cannot be read may be about the same purpose.
  if (unreadableRecords(snapshot, ['purpose']).length > 0) return null;
  const log = fromLog(entry);
  const description = purpose.description.trim();
  const body: RecordBody<'purpose'> = {
    title: log.one(purpose.title),
    ...(description === '' ? {} : { description: log.one(description) }),
    preset: log.one(purpose.id),
    targeting: log.one(purpose.targeting ? 'yes' : 'no'),
  };
  const id = newId();
  return { id, proposals: [{ kind: 'purpose' as const, id, body }] };
}

/** The record of the recipient, or a draft of one that has nothing but the name; no id where nobody can tell. */
function recipientOf(snapshot: WithRetired, name: string | null, entry: number, newId: () => string) {
  if (name === null) return { id: null, proposals: [] };
  // Somebody who was retired is known all the same: a second record of the same name would hide that.
  const past = declaredOf({ ...snapshot, records: snapshot.retired ?? [] }, 'recipient');
  const known = [...declaredOf(snapshot, 'recipient'), ...past].find((record) => isCalled(record, name));
  if (known) return { id: known.id, proposals: [] };
  if (unreadableRecords(snapshot, ['recipient']).length > 0) return { id: null, proposals: [] };
  const id = newId();
  return { id, proposals: [{ kind: 'recipient' as const, id, body: { name: fromLog(entry).one(name) } }] };
}

/** References of an activity, whoever stated them. */
const refers = ({ drafted: { body } }: Declared<'activity'>, field: 'purposes' | 'recipients', id: string): boolean => {
  const answer = body[field];
  return answer?.state === 'stated' && answer.items.some(({ value }) => value === id);
};

/**
 * What a release says: its purpose and its recipient, of the activity that its dataset is used in. Where several are,
 * of the one that has the purpose; a unit of the same house is nobody to name.
 * @param dataset null where the source was never imported: then only an activity with that purpose is spoken to
 * @param purpose null where the recipe's is in no list
 */
export function proposalsOfRelease(
  snapshot: WithRetired,
  { release, dataset, purpose }: { release: ObservedRelease; dataset: ObservedDataset | null; purpose: Purpose | null },
  newId: () => string,
): Proposal[] {
  const { entry } = release;
  const forPurpose = purpose && purposeOf(snapshot, purpose, entry, newId);
  const to = recipientOf(snapshot, release.recipient, entry, newId);
  const records = [...(forPurpose?.proposals ?? []), ...to.proposals];
  const all = declaredOf(snapshot, 'activity');
  const has = (one: Declared<'activity'>): boolean => forPurpose !== null && refers(one, 'purposes', forPurpose.id);
  const candidates = dataset === null ? all.filter(has) : activitiesOf(all, dataset);
  const activity = candidates.find(has) ?? candidates[0] ?? (dataset === null ? undefined : proposedFor(all, dataset));
  if (!activity) return records;
  const log = fromLog(entry);
  const internal = declaredOf(snapshot, 'recipient').some(
    ({ id, holds }) => id === to.id && stated(holds.body.kind) === 'internal-unit',
  );
  const body: RecordBody<'activity'> = {
    ...(forPurpose && !has(activity) ? { purposes: log.many('purposes', [forPurpose.id]) } : {}),
    ...(to.id !== null && !internal && !refers(activity, 'recipients', to.id)
      ? { recipients: log.many('recipients', [to.id]) }
      : {}),
  };
  return Object.keys(body).length === 0 ? records : [...records, { kind: 'activity', id: activity.id, body }];
}
