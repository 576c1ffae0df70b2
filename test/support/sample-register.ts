import type { Origin } from '#shared/register/answer.ts';
import type { Field } from '#shared/register/field.ts';
import { recordKinds, type RecordBody, type RecordKind } from '#shared/register/record-kinds/index.ts';
import type { RecordVersion, VersionState, WholeSnapshot } from '#shared/register/register-snapshot.ts';

/** The day a value was stated, in all samples. */
const at = '2026-11-02T09:00:00.000Z';
export const byPerson: Origin = { from: 'person', by: 'Ada Brandt', at };

/** A body from plain values: `none` where there are none, lists as lists. */
export function bodyFrom<K extends RecordKind>(
  kind: K,
  values: Record<string, unknown>,
  origin: Origin = byPerson,
): RecordBody<K> {
  const { fields, schema } = recordKinds[kind];
  const body = Object.fromEntries(
    Object.entries(values).map(([id, value]) => {
      const field = (fields as Record<string, Field>)[id];
      if (typeof value === 'object' && value !== null && 'state' in value) return [id, { ...value, origin }];
      if (field?.many !== true) return [id, { state: 'stated', value, origin }];
      const items = (value as unknown[]).map((one, place) => ({ id: `i${place + 1}`, value: one, origin }));
      return [id, { state: 'stated', items }];
    }),
  );
  return schema.parse(body);
}

export function recordFrom<K extends RecordKind>(
  kind: K,
  id: string,
  values: Record<string, unknown>,
  {
    state = 'approved',
    version = 1,
    origin = byPerson,
  }: { state?: VersionState; version?: number; origin?: Origin } = {},
): RecordVersion<K> {
  const number = id.replace(/\D/g, '').padStart(3, '0');
  const prefix = recordKinds[kind].prefix;
  return {
    kind,
    id,
    ref: prefix === null ? id : `${prefix}-${number}`,
    version,
    state,
    body: bodyFrom(kind, values, origin),
    savedAt: '2026-11-03T10:15:00.000Z',
    savedBy: 'Ada Brandt',
    sha256: 'b'.repeat(64),
    authors: ['Ada Brandt'],
    closing: null,
    reason: version === 1 ? '' : 'The processor changed.',
    approval:
      state === 'approved'
        ? {
            by: 'Bo Castel',
            at: '2026-11-04T08:00:00.000Z',
            recordSha256: 'a'.repeat(64),
            signature: 'c2lnbmF0dXJl',
            keyId: 'key-1',
            byAnother: true,
            takenOver: [],
          }
        : null,
    entry: 40 + Number(number),
  };
}

const shared = (): RecordVersion[] => [
  recordFrom('organisation', 'organisation', {
    name: 'Fallow & Finch Ltd',
    address: '1 Quay Street\nDublin',
    email: 'privacy@example.invalid',
    phone: '+353 1 555 0100',
    dpo: [{ name: 'Dee Okoro', email: 'dpo@example.invalid', phone: '+353 1 555 0101' }],
    jointControllers: [{ name: 'Finch Cards', contact: 'cards@example.invalid' }],
    representative: { state: 'not-applicable', reason: 'established in the Union' },
    countries: ['IE', 'FR'],
  }),
  recordFrom('purpose', 'pu1', {
    title: 'Recommend what customers may buy next',
    description: 'We look at past orders to suggest other products; by post or e-mail.',
    basis: 'consent',
    justification: 'Asked for at sign-up, wording 3',
  }),
  recordFrom('purpose', 'pu2', {
    title: 'Find fraud; stop it',
    basis: 'legitimate-interests',
    justification: 'Losses in 2025',
    art9Conditions: ['legal-claims', 'explicit-consent'],
    targeting: 'no',
  }),
  recordFrom('recipient', 'rc1', {
    name: 'Post & Parcel (North)',
    kind: 'processor',
    country: 'US',
    contract: 'DPA-2025-11',
    contact: 'hello@example.invalid',
  }),
  recordFrom('recipient', 'rc2', { name: 'Marketing', kind: 'internal-unit' }),
  recordFrom('recipient', 'rc3', { name: 'Ads Ireland', kind: 'platform-audience', country: 'IE' }),
  recordFrom('transfer', 'tr1', {
    name: 'Letters printed in Ohio',
    recipient: 'rc1',
    country: 'US',
    mechanism: 'A46-2-c',
    safeguardDocument: 'SCC module 2, signed 2025-02-01',
    adequacyCheckedOn: '2026-01-01',
  }),
  recordFrom('transfer', 'tr2', {
    name: 'World Health Body',
    internationalOrganisation: 'World Health Body',
    country: 'CH',
    mechanism: 'A45-3',
  }),
  recordFrom('retention', 'rt1', {
    name: 'Customer file',
    dataCategories: ['identity', 'contact'],
    duration: 'P3Y6M',
    startEvent: 'last-purchase',
    action: 'anonymise',
    legalReason: 'Code of commerce',
  }),
  recordFrom('retention', 'rt2', { name: 'Fraud cases', criteria: 'until the case is closed (and appealed)' }),
  recordFrom('measure', 'sm1', {
    name: 'Keys in a vault',
    kind: 'encryption',
    description: 'AES-256 at rest — keys are rotated each year',
  }),
  recordFrom('measure', 'sm2', { name: 'Roles per team', kind: 'access-control' }),
  recordFrom('measure', 'sm3', { name: 'Yearly course', kind: 'organisational' }),
  recordFrom('system', 'sy1', { name: 'Orderbase', vendor: 'Quill', location: 'Hall 3', hostedIn: 'DE' }),
];

/** A controller's activity in which nearly every field is stated. */
export const fullActivity = (id = 'pa1', name = 'Recommendations'): RecordVersion<'activity'> =>
  recordFrom('activity', id, {
    name,
    role: 'controller',
    businessFunction: 'Customer marketing',
    owner: 'Ada Brandt',
    ownerUnit: 'CRM',
    purposes: ['pu1', 'pu2'],
    dataSubjects: ['customers', 'prospects'],
    includesMinors: 'no',
    dataItems: [
      { category: 'contact', what: 'E-mail address; postal address', columns: ['email'] },
      { category: 'transaction' },
      { category: 'preference', what: 'allergies', special: 'health', necessity: 'left out of offers' },
      { category: 'online-identifier' },
    ],
    dataSources: [{ kind: 'subject' }, { kind: 'third-party', who: 'Finch Cards' }],
    recipients: ['rc2', 'rc1', 'rc3'],
    transfers: ['tr1', 'tr2'],
    retention: ['rt1', 'rt2'],
    measures: ['sm2', 'sm1', 'sm3'],
    systems: ['sy1'],
    automatedDecision: 'assisted',
    profiling: 'Ranks products by likelihood',
    criminalData: { state: 'none' },
    nextReviewOn: '2027-11-01',
  });

/** An activity of a processor, a draft with gaps, and one with answers that are no values. */
const others = (): RecordVersion[] => [
  recordFrom('activity', 'pa2', {
    name: 'Payroll for clients',
    role: 'processor',
    businessFunction: 'Services',
    controllers: [
      { name: 'Oak Bakery', contact: 'oak@example.invalid', dpo: 'Sam Hill' },
      { name: 'Elm Garage', contact: 'elm@example.invalid' },
    ],
    processingCategories: ['Computing wages', 'Printing payslips'],
    contract: [{ reference: 'C-77', signedOn: '2025-01-01' }],
    subProcessors: ['rc1'],
    transfers: { state: 'none' },
    measures: ['sm1'],
    systems: ['sy1'],
  }),
  recordFrom(
    'activity',
    'pa3',
    {
      name: '=HYPERLINK("x")',
      role: 'controller',
      purposes: ['pu1'],
      recipients: { state: 'none', reason: 'kept in house' },
      transfers: { state: 'not-applicable', reason: 'nothing leaves' },
      retention: { state: 'unknown', ask: 'Finance', reason: 'asked in October' },
    },
    { state: 'draft' },
  ),
];

/** A register with three activities, and more where a test needs it; what was retired goes where that stands. */
export const sampleSnapshot = (more: RecordVersion[] = []): WholeSnapshot => ({
  asOf: '2026-11-05T00:00:00.000Z',
  workspaceId: 'ws-sample',
  records: [...shared(), fullActivity(), ...others(), ...more.filter(({ state }) => state !== 'retired')],
  retired: more.filter(({ state }) => state === 'retired'),
  unreadable: [],
});
