import { guardrailsText } from '#shared/text/guardrails.ts';
import { doesNotApply, guardrail, noFacts, pass } from './guard-input.ts';
import { exampleInput } from './example-input.ts';

const text = guardrailsText.e8;

/** Time to keep the data: online identifiers past their limit. */
export const e8 = guardrail({
  id: 'E8',
  title: text.title,
  source: 'Ethics rule 8, whose days are policy rows (identifier-lifetime); GDPR Art. 5(1)(e)',
  judge(input) {
    const past = input.facts.pastLimit.filter((fact) => fact.rows > 0);
    if (input.facts.pastLimit.length === 0) return doesNotApply(text.passNoDate);
    if (past.length === 0) return pass(text.pass);
    const columns = past.map((fact) => fact.column);
    return { verdict: 'warn', columns, message: text.message(columns), evidence: text.evidence(past), fix: text.fix };
  },
  examples: [
    { name: 'none with a date', input: exampleInput([]), verdict: 'pass', state: 'does-not-apply' },
    {
      name: 'none past its limit',
      input: exampleInput([], {
        release: 'pseudonymised',
        facts: { ...noFacts, pastLimit: [{ type: 'cookie_id', column: 'cookie', days: 90, rows: 0 }] },
      }),
      verdict: 'pass',
    },
    {
      name: 'old cookies',
      input: exampleInput([], {
        release: 'pseudonymised',
        facts: {
          minorsLeftOut: null,
          unknownAgeLeftOut: null,
          pastLimit: [{ type: 'cookie_id', column: 'cookie', days: 90, rows: 31 }],
          nearlyUnique: [],
          written: null,
          consent: null,
        },
      }),
      verdict: 'warn',
    },
  ],
});
