import { because } from '#shared/domain/reason.ts';
import { law09Text } from '#shared/text/register/rules/law-09-people-informed.ts';
import { valueOf, valuesOf } from '../answer.ts';
import { activitiesFor } from '../declared-uses.ts';
import { heldRecord, heldRecords } from '../held-records.ts';
import { noticesFor } from '../valid-notices.ts';
import { ofPurpose } from './about.ts';
import { exampleActivity, examplePurpose, exampleRecord, exampleView, said, saidAll } from './example-view.ts';
import { atField, recordEvidence, rule } from './rule.ts';

const agency = exampleRecord('recipient', 'rc-1', { name: said('Agency Nord') });
const sent = exampleActivity({ recipients: saidAll('rc-1') });
const told = (
  body: Parameters<typeof exampleRecord<'notice'>>[2] = {},
  over: Parameters<typeof exampleRecord<'notice'>>[3] = {},
) =>
  exampleRecord(
    'notice',
    'no-1',
    {
      purpose: said('pu-1'),
      text: said('Invented text'),
      takenOverBy: said('Ada'),
      validFrom: said('2026-01-01'),
      ...body,
    },
    over,
  );

/** People are told of every purpose by an approved notice that is valid today and names every recipient. */
export const law09 = rule({
  id: 'R-LAW-09',
  ...law09Text,
  source: 'GDPR Art. 13, 14; CJEU C-413/23 P',
  rests: ['activity', 'notice', 'purpose', 'recipient'],
  of: 'purpose',
  judge: ({ snapshot, today }) =>
    heldRecords(snapshot, 'purpose').map((purpose) => {
      const about = ofPurpose(purpose);
      const written = noticesFor(snapshot, purpose.id, today);
      const notices = written.filter(({ state }) => state === 'approved');
      const found = { about, columns: [], proofs: [purpose, ...written].map(recordEvidence) };
      const [draft] = written;
      if (notices.length === 0 && draft !== undefined)
        return {
          ...found,
          state: 'needs-you' as const,
          place: atField(draft, null),
          reason: because('not-approved', { purpose: about.name, ref: draft.ref }),
        };
      if (notices.length === 0)
        return {
          ...found,
          state: 'not-stated' as const,
          place: atField({ kind: 'notice', id: null }, 'text'),
          reason: because('no-notice', { purpose: about.name }),
        };
      const named = new Set(notices.flatMap(({ body }) => valuesOf(body.recipients)));
      const unnamed = [
        ...new Set(activitiesFor(snapshot, purpose.id).flatMap(({ body }) => valuesOf(body.recipients))),
      ].filter((id) => !named.has(id));
      const recipients = unnamed.map((id) => valueOf(heldRecord(snapshot, 'recipient', id)?.body.name) ?? id);
      const answer = { ...found, place: atField(notices[0]!, 'recipients') };
      return unnamed.length > 0
        ? {
            ...answer,
            state: 'needs-you' as const,
            reason: because('recipient-unnamed', { purpose: about.name, recipients }),
          }
        : { ...answer, state: 'passed' as const, reason: because('told', { purpose: about.name }) };
    }),
  examples: [
    {
      name: 'a notice that names the recipient',
      view: exampleView([examplePurpose(), sent, agency, told({ recipients: saidAll('rc-1') })]),
      state: 'passed',
      code: 'told',
    },
    {
      name: 'a notice that leaves the recipient out',
      view: exampleView([examplePurpose(), sent, agency, told()]),
      state: 'needs-you',
      code: 'recipient-unnamed',
    },
    ...(['draft', 'in-review'] as const).map((state) => ({
      name: `a notice that is ${state}`,
      view: exampleView([examplePurpose(), told({}, { state })]),
      state: 'needs-you' as const,
      code: 'not-approved' as const,
    })),
    {
      name: 'an approved notice with a draft of its next version',
      view: exampleView([examplePurpose(), told(), told({ text: said('Another') }, { state: 'draft', version: 2 })]),
      state: 'passed',
      code: 'told',
    },
    { name: 'no notice', view: exampleView([examplePurpose()]), state: 'not-stated', code: 'no-notice' },
    {
      name: 'a notice that nobody took over',
      view: exampleView([examplePurpose(), told({ takenOverBy: undefined })]),
      state: 'not-stated',
      code: 'no-notice',
    },
    {
      name: 'a notice of tomorrow',
      view: exampleView([examplePurpose(), told({ validFrom: said('2026-11-30') })]),
      state: 'not-stated',
      code: 'no-notice',
    },
  ],
});
