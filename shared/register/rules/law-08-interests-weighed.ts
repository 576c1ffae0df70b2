import { because } from '#shared/domain/reason.ts';
import { law08Text } from '#shared/text/register/rules/law-08-interests-weighed.ts';
import { valueOf } from '../answer.ts';
import { heldRecords } from '../held-records.ts';
import { basisUnknown, ofPurpose } from './about.ts';
import { examplePurpose, exampleRecord, exampleView, said } from './example-view.ts';
import { atField, recordEvidence, rule } from './rule.ts';

const onInterests = examplePurpose({ basis: said('legitimate-interests') });
const weighed = (body: Parameters<typeof exampleRecord<'legitimate-interests'>>[2] = {}) =>
  exampleRecord('legitimate-interests', 'li-1', {
    purpose: said('pu-1'),
    outcome: said('interest-prevails'),
    optOut: said('Unsubscribe link'),
    ...body,
  });

/** Where a purpose rests on legitimate interests, they were weighed, and whoever objects to marketing is obeyed. */
export const law08 = rule({
  id: 'R-LAW-08',
  ...law08Text,
  source: 'GDPR Art. 6(1)(f), 21(2)–(3)',
  rests: ['purpose', 'legitimate-interests'],
  of: 'purpose',
  judge: ({ snapshot, today }) =>
    heldRecords(snapshot, 'purpose')
      .filter(({ body }) => [undefined, 'legitimate-interests'].includes(valueOf(body.basis)))
      .map((purpose) => {
        if (valueOf(purpose.body.basis) === undefined) return basisUnknown(purpose);
        const about = ofPurpose(purpose);
        const found = { about, columns: [], proofs: [recordEvidence(purpose)] };
        const assessment = heldRecords(snapshot, 'legitimate-interests').find(
          ({ body }) => valueOf(body.purpose) === purpose.id,
        );
        if (assessment === undefined)
          return {
            ...found,
            state: 'needs-you' as const,
            place: atField({ kind: 'legitimate-interests', id: null }, 'purpose'),
            reason: because('not-weighed', { purpose: about.name }),
          };
        const { body } = assessment;
        const outcome = valueOf(body.outcome) ?? 'open';
        const reviewOn = valueOf(body.reviewOn);
        const proofs = [...found.proofs, recordEvidence(assessment)];
        const answer = { ...found, proofs, place: atField(assessment, 'outcome') };
        const named = { purpose: about.name };
        if (outcome === 'people-prevail')
          return { ...answer, state: 'blocked' as const, reason: because('people-prevail', named) };
        if (valueOf(purpose.body.directMarketing) === 'yes' && valueOf(body.optOut) === undefined)
          return {
            ...answer,
            place: atField(assessment, 'optOut'),
            state: 'blocked' as const,
            reason: because('no-objection', named),
          };
        if (outcome === 'open') return { ...answer, state: 'needs-you' as const, reason: because('open', named) };
        if (reviewOn !== undefined && reviewOn < today)
          return {
            ...answer,
            place: atField(assessment, 'reviewOn'),
            state: 'needs-you' as const,
            reason: because('review-due', { ...named, reviewOn }),
          };
        return { ...answer, state: 'passed' as const, reason: because('weighed', named) };
      }),
  examples: [
    {
      name: 'a basis that nobody stated',
      view: exampleView([examplePurpose({ basis: undefined })]),
      state: 'not-stated',
      code: 'basis-unknown',
    },
    { name: 'weighed', view: exampleView([onInterests, weighed()]), state: 'passed', code: 'weighed' },
    { name: 'not weighed', view: exampleView([onInterests]), state: 'needs-you', code: 'not-weighed' },
    {
      name: 'weighing not finished',
      view: exampleView([onInterests, weighed({ outcome: undefined })]),
      state: 'needs-you',
      code: 'open',
    },
    {
      name: 'people’s interests prevail',
      view: exampleView([onInterests, weighed({ outcome: said('people-prevail') })]),
      state: 'blocked',
      code: 'people-prevail',
    },
    {
      name: 'marketing nobody can object to',
      view: exampleView([
        examplePurpose({ basis: said('legitimate-interests'), directMarketing: said('yes') }),
        weighed({ optOut: undefined }),
      ]),
      state: 'blocked',
      code: 'no-objection',
    },
    {
      name: 'a review that is overdue',
      view: exampleView([onInterests, weighed({ reviewOn: said('2026-11-01') })]),
      state: 'needs-you',
      code: 'review-due',
    },
    { name: 'another basis', view: exampleView([examplePurpose()]), state: 'does-not-apply', code: null },
  ],
});
