import { guardrailsText } from '#shared/text/guardrails.ts';
import { doesNotApply, guardrail, notStated, pass } from './guard-input.ts';
import { exampleColumn, exampleInput } from './example-input.ts';

const text = guardrailsText.e7;

/** No targeting of minors: people under the targeting age, or of unknown age, are left out of a targeting release. */
export const e7 = guardrail({
  id: 'E7',
  title: text.title,
  source: 'Ethics rule 7; Regulation (EU) 2022/2065 Art. 28(2); GDPR recitals 38 and 71',
  judge(input) {
    if (input.release !== 'targeting') return doesNotApply(text.notForTargeting);
    const { minorsLeftOut, unknownAgeLeftOut } = input.facts;
    const { targetingAge } = input.policy;
    if (minorsLeftOut === null) return notStated(text.noAge);
    if (minorsLeftOut + (unknownAgeLeftOut ?? 0) === 0) return pass(text.passAdults(targetingAge));
    return pass(text.passLeftOut(targetingAge), text.leftOut(targetingAge, minorsLeftOut, unknownAgeLeftOut ?? 0));
  },
  examples: [
    { name: 'not for targeting', input: exampleInput([]), verdict: 'pass' },
    {
      name: 'minors left out',
      input: exampleInput([exampleColumn('age', 'generalised')], {
        release: 'targeting',
        facts: {
          minorsLeftOut: 4,
          unknownAgeLeftOut: 1,
          pastLimit: [],
          nearlyUnique: [],
          written: null,
          consent: null,
        },
      }),
      verdict: 'pass',
    },
    { name: 'no age in the source', input: exampleInput([], { release: 'targeting' }), verdict: 'warn' },
  ],
});
