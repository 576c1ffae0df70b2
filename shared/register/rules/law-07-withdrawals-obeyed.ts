import { because } from '#shared/domain/reason.ts';
import { law07Text } from '#shared/text/register/rules/law-07-withdrawals-obeyed.ts';
import { valueOf } from '../answer.ts';
import { heldRecords } from '../held-records.ts';
import { basisUnknown, ofPurpose } from './about.ts';
import { exampleColumn, exampleDataset, examplePurpose, exampleView, said } from './example-view.ts';
import { atField, recordEvidence, releaseEvidence, rule } from './rule.ts';

const onConsent = examplePurpose({ basis: said('consent') });
const released = (state: 'passed' | 'needs-you') => [
  exampleDataset([exampleColumn('opt_in', { flags: ['consent'] })], {
    releases: [{ id: 'r1', purpose: 'p1-find-segments', kind: 'targeting', entry: 31, checks: [{ id: 'E2', state }] }],
  }),
];

/**
 * Releases for a purpose on consent left out everybody whose consent was withdrawn, has ended or is unknown. Anonymised
 * ones let nobody be reached, and are not asked.
 */
export const law07 = rule({
  id: 'R-LAW-07',
  ...law07Text,
  source: 'GDPR Art. 7(3), recital 42',
  rests: ['purpose'],
  of: 'purpose',
  judge: ({ snapshot, datasets, otherReleases }) => {
    const all = [...datasets.flatMap((dataset) => dataset.releases), ...otherReleases];
    return heldRecords(snapshot, 'purpose')
      .filter(({ body }) => [undefined, 'consent'].includes(valueOf(body.basis)))
      .map((purpose) => ({
        purpose,
        // A file of two datasets, or of two editions of one, was released once.
        releases: [...new Map(all.map((release) => [release.id, release])).values()].filter(
          ({ purpose: id, kind }) => id === valueOf(purpose.body.preset) && kind !== 'anonymised',
        ),
      }))
      .filter(({ releases }) => releases.length > 0)
      .map(({ purpose, releases }) => {
        if (valueOf(purpose.body.basis) === undefined) return basisUnknown(purpose);
        const unchecked = releases.filter(
          ({ checks }) => !checks.some(({ id, state }) => id === 'E2' && state === 'passed'),
        );
        const about = ofPurpose(purpose);
        const clear = unchecked.length === 0;
        return {
          about,
          columns: [],
          state: clear ? ('passed' as const) : ('needs-you' as const),
          proofs: [recordEvidence(purpose), ...(clear ? releases : unchecked).map(releaseEvidence)],
          place: atField(purpose, 'basis'),
          reason: clear
            ? because('left-out', { purpose: about.name, releases: releases.length })
            : because('unchecked', { purpose: about.name, releases: unchecked.length }),
        };
      });
  },
  examples: [
    {
      name: 'a release for a purpose whose basis nobody stated',
      view: exampleView([examplePurpose({ basis: undefined })], released('passed')),
      state: 'not-stated',
      code: 'basis-unknown',
    },
    {
      name: 'withdrawals left out',
      view: exampleView([onConsent], released('passed')),
      state: 'passed',
      code: 'left-out',
    },
    {
      name: 'consent not looked at',
      view: exampleView([onConsent], released('needs-you')),
      state: 'needs-you',
      code: 'unchecked',
    },
    {
      name: 'consent not looked at for a file whose dataset is gone',
      view: { ...exampleView([onConsent]), otherReleases: released('needs-you')[0]!.releases },
      state: 'needs-you',
      code: 'unchecked',
    },
    { name: 'nothing released', view: exampleView([onConsent]), state: 'does-not-apply', code: null },
  ],
});
