import { told } from '#shared/facts/fact.ts';
import { guardrailsText } from '#shared/text/guardrails.ts';
import { doesNotApply, guardrail, notStated, pass } from './guard-input.ts';
import { exampleColumn, exampleInput } from './example-input.ts';

const text = guardrailsText.e7;

/** No targeting of minors: people under the targeting age, or of unknown age, are left out of a targeting release. */
export const e7 = guardrail({
  id: 'E7',
  title: text.title,
  source: 'Ethics rule 7; Regulation (EU) 2022/2065 Art. 28(2); GDPR recitals 38 and 71',
  needs: ['minors'],
  judge(input) {
    if (input.release !== 'targeting') return doesNotApply(text.notForTargeting);
    const { minors } = input.facts;
    const { targetingAge } = input.policy;
    if (minors.state !== 'told') return notStated(text.noAge);
    const { underAge, unknownAge } = minors.value;
    if (underAge + unknownAge === 0) return pass(text.passAdults(targetingAge));
    return pass(text.passLeftOut(targetingAge), text.leftOut(targetingAge, underAge, unknownAge));
  },
  examples: [
    { name: 'not for targeting', input: exampleInput([]), verdict: 'pass' },
    {
      name: 'minors left out',
      input: exampleInput([exampleColumn('age', 'generalised')], {
        release: 'targeting',
        facts: { minors: told({ underAge: 4, unknownAge: 1 }) },
      }),
      verdict: 'pass',
    },
    { name: 'no age in the source', input: exampleInput([], { release: 'targeting' }), verdict: 'warn' },
  ],
});
