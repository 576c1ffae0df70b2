import type { PackProfile } from '#shared/domain/pack-profile.ts';
import { redactionText } from '#shared/text/evidence.ts';
import type { RecordKind } from './record-kinds/index.ts';
import type { RecordVersion, WholeSnapshot } from './register-snapshot.ts';

/** Fields that may be shown of a kind; kinds that are not named are shown whole. */
type Shown = Partial<Record<RecordKind, readonly string[]>>;

/** How the organisation protects itself helps whoever wants to break in: that there is a measure is told, not how. */
const withoutSecurity: Shown = { measure: ['name', 'kind'], system: ['name'] };

/**
 * What the public learns: what is done with whose data, why, for how long and with whom; by nobody's name but the
 * data protection officer's.
 */
const forThePublic: Shown = {
  ...withoutSecurity,
  // The contact details of the data protection officer are published anyway (GDPR Art. 37(7)).
  organisation: ['name', 'address', 'email', 'phone', 'dpo'],
  activity: ['name', 'role', 'purposes', 'dataSubjects', 'recipients', 'transfers', 'retention', 'measures'],
  purpose: ['title', 'description', 'basis', 'benefit'],
  recipient: ['name', 'kind', 'country'],
  transfer: ['name', 'recipient', 'country', 'mechanism'],
  retention: ['name', 'dataCategories', 'duration', 'criteria', 'startEvent', 'action'],
};
const publicKinds: ReadonlySet<RecordKind> = new Set<RecordKind>([
  'organisation',
  'activity',
  'purpose',
  'recipient',
  'transfer',
  'retention',
  'measure',
]);

const cut = (record: RecordVersion, shown: Shown): RecordVersion => {
  const fields = shown[record.kind];
  if (fields === undefined) return record;
  const answered = Object.entries(record.body);
  const body = Object.fromEntries(answered.filter(([field]) => fields.includes(field)));
  return { ...record, body, leftOut: answered.map(([field]) => field).filter((field) => !fields.includes(field)) };
};

const nobody = redactionText.notNamed;

/** A body in which nobody is said to have stated anything: by whom is no business of the public. */
const withoutPeople = <T>(body: T): T =>
  JSON.parse(
    JSON.stringify(body, (key, value: unknown) =>
      key === 'origin' ? { from: 'person', by: nobody, at: '1970-01-01T00:00:00.000Z' } : value,
    ),
  ) as T;

/** A version without the people who wrote and approved it, and without their reasons. */
const unnamed = (record: RecordVersion): RecordVersion => ({
  ...record,
  body: withoutPeople(record.body),
  savedBy: nobody,
  authors: [],
  reason: '',
  approval: record.approval === null ? null : { ...record.approval, by: nobody },
  closing: null,
});

/**
 * The register as a pack for somebody shows it. The authority sees all of it; an auditor no details of security; the
 * public what is approved, in outline.
 */
export function redacted(snapshot: WholeSnapshot, profile: PackProfile): WholeSnapshot {
  if (profile === 'authority') return snapshot;
  if (profile === 'auditor')
    return {
      ...snapshot,
      records: snapshot.records.map((record) => cut(record, withoutSecurity)),
      retired: snapshot.retired.map((record) => cut(record, withoutSecurity)),
    };
  const records = snapshot.records
    .filter(({ kind, state }) => state === 'approved' && publicKinds.has(kind))
    .map((record) => unnamed(cut(record, forThePublic)));
  return { ...snapshot, records, retired: [], unreadable: [] };
}
