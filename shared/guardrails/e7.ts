import { pass, type Guardrail } from './guard-input.ts';
import { exampleColumn, exampleInput } from './example-input.ts';

/** No targeting of minors: people under 18, or of unknown age, are left out of a targeting release. */
export const e7: Guardrail = {
  id: 'E7',
  title: 'No targeting of minors',
  source: 'Ethics rule 7; Regulation (EU) 2022/2065 Art. 28(2); GDPR recitals 38 and 71',
  judge(input) {
    if (input.release !== 'targeting') return pass('The release is not for targeting.');
    const { minorsLeftOut, unknownAgeLeftOut } = input.facts;
    if (minorsLeftOut === null)
      return { verdict: 'warn', columns: [], message: 'No column tells how old people are, so minors cannot be left out.', evidence: 'No date of birth, age, birth year or age group was recognised.', fix: 'Add the age to the source, or make sure in another way that everybody is an adult.' };
    if (minorsLeftOut + (unknownAgeLeftOut ?? 0) === 0) return pass('Everybody in the output is 18 or older.');
    return pass('People under 18 and people of unknown age were left out.', `${minorsLeftOut} rows under 18, ${unknownAgeLeftOut ?? 0} rows of unknown age.`);
  },
  examples: [
    { name: 'not for targeting', input: exampleInput([]), verdict: 'pass' },
    { name: 'minors left out', input: exampleInput([exampleColumn('age', 'generalised')], { release: 'targeting', facts: { minorsLeftOut: 4, unknownAgeLeftOut: 1, pastLimit: [], nearlyUnique: [] } }), verdict: 'pass' },
    { name: 'no age in the source', input: exampleInput([], { release: 'targeting' }), verdict: 'warn' },
  ],
};
