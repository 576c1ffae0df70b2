import { because } from '#shared/domain/reason.ts';
import { law10Text } from '#shared/text/register/rules/law-10-automated-decisions.ts';
import { valueOf } from '../answer.ts';
import { heldRecords } from '../held-records.ts';
import { ofActivity } from './about.ts';
import { exampleActivity, exampleView, said } from './example-view.ts';
import { atField, recordEvidence, rule } from './rule.ts';

/** Nobody answered it, or somebody was still to be asked. */
const isOpen = (answer: { state: string } | undefined): boolean => answer === undefined || answer.state === 'unknown';

/** A decision that a machine takes alone has a ground of Art. 22(2), and a person who looks at it again. */
export const law10 = rule({
  id: 'R-LAW-10',
  ...law10Text,
  source: 'GDPR Art. 22',
  rests: ['activity'],
  of: 'activity',
  judge: ({ snapshot }) =>
    heldRecords(snapshot, 'activity')
      .filter(({ body: { automatedDecision: answer } }) => isOpen(answer) || valueOf(answer) === 'solely-automated')
      .map((activity) => {
        const ground = valueOf(activity.body.automatedGround);
        const review = valueOf(activity.body.humanReview);
        const about = ofActivity(activity);
        const found = { about, columns: [], proofs: [recordEvidence(activity)] };
        if (isOpen(activity.body.automatedDecision))
          return {
            ...found,
            state: 'not-stated' as const,
            place: atField(activity, 'automatedDecision'),
            reason: because('not-stated', { activity: about.name }),
          };
        if (ground === undefined)
          return {
            ...found,
            state: 'blocked' as const,
            place: atField(activity, 'automatedGround'),
            reason: because('no-ground', { activity: about.name }),
          };
        return {
          ...found,
          state: review === undefined ? ('blocked' as const) : ('passed' as const),
          place: atField(activity, 'humanReview'),
          reason: because(review === undefined ? 'no-review' : 'ground-and-review', { activity: about.name }),
        };
      }),
  examples: [
    {
      name: 'a ground and a person',
      view: exampleView([
        exampleActivity({
          automatedDecision: said('solely-automated'),
          automatedGround: said('contract'),
          humanReview: said('The credit desk looks again within a week.'),
        }),
      ]),
      state: 'passed',
      code: 'ground-and-review',
    },
    {
      name: 'no ground',
      view: exampleView([exampleActivity({ automatedDecision: said('solely-automated') })]),
      state: 'blocked',
      code: 'no-ground',
    },
    {
      name: 'nobody who looks again',
      view: exampleView([
        exampleActivity({ automatedDecision: said('solely-automated'), automatedGround: said('contract') }),
      ]),
      state: 'blocked',
      code: 'no-review',
    },
    {
      name: 'a person decides',
      view: exampleView([exampleActivity({ automatedDecision: said('none') })]),
      state: 'does-not-apply',
      code: null,
    },
    { name: 'nobody said', view: exampleView([exampleActivity()]), state: 'not-stated', code: 'not-stated' },
  ],
});
