import { because } from '#shared/domain/reason.ts';
import { notTold, told } from '#shared/facts/fact.ts';
import { e7Text } from '#shared/text/guardrails/e7-minors.ts';
import { block, doesNotApply, guardrail, notStated, pass } from './guardrail.ts';
import { exampleColumn, exampleInput } from './example-input.ts';

/** No targeting of minors: people under the targeting age, or of unknown age, are left out of a targeting release. */
export const e7 = guardrail({
  id: 'E7',
  ...e7Text,
  source: 'Ethics rule 7; Regulation (EU) 2022/2065 Art. 28(2); GDPR recitals 38 and 71',
  needs: ['minors'],
  blocks: { 'minors-inside': 'no-exception' },
  judge({ release, policy: { targetingAge: age }, facts: { minors }, asItStands }) {
    if (release !== 'targeting') return doesNotApply(because('not-for-targeting'));
    if (minors.state !== 'told') return notStated(because('no-age'));
    const { underAge, unknownAge } = minors.value;
    if (underAge + unknownAge === 0) return pass(because('all-adults', { age }));
    const values = { age, underAge, unknownAge };
    return asItStands ? block([], because('minors-inside', values)) : pass(because('minors-left-out', values));
  },
  examples: [
    { name: 'not for targeting', input: exampleInput([]), verdict: 'pass', code: 'not-for-targeting' },
    {
      name: 'minors left out',
      input: exampleInput([exampleColumn('age', 'generalised')], {
        release: 'targeting',
        facts: { minors: told({ underAge: 4, unknownAge: 1 }) },
      }),
      verdict: 'pass',
      code: 'minors-left-out',
    },
    {
      name: 'minors in the file as it is',
      input: exampleInput([exampleColumn('age', 'kept')], {
        release: 'targeting',
        facts: { minors: told({ underAge: 4, unknownAge: 1 }) },
        asItStands: true,
      }),
      verdict: 'block',
      code: 'minors-inside',
    },
    {
      name: 'adults only',
      input: exampleInput([exampleColumn('age', 'generalised')], {
        release: 'targeting',
        facts: { minors: told({ underAge: 0, unknownAge: 0 }) },
      }),
      verdict: 'pass',
      code: 'all-adults',
    },
    {
      name: 'no age in the source',
      input: exampleInput([], { release: 'targeting', facts: { minors: notTold } }),
      verdict: 'warn',
      state: 'not-stated',
      code: 'no-age',
    },
  ],
});
