import { told } from '#shared/facts/fact.ts';
import { guardrailsText } from '#shared/text/guardrails.ts';
import { doesNotApply, guardrail, pass } from './guard-input.ts';
import { exampleInput } from './example-input.ts';

const text = guardrailsText.e8;

/** Time to keep the data: online identifiers past their limit. */
export const e8 = guardrail({
  id: 'E8',
  title: text.title,
  source: 'Ethics rule 8, whose days are policy rows (identifier-lifetime); GDPR Art. 5(1)(e)',
  needs: ['past-limit'],
  judge(input) {
    const dated = input.facts['past-limit'];
    if (dated.state !== 'told') return doesNotApply(text.passNoDate);
    const past = dated.value.filter(({ rows }) => rows > 0);
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
        facts: { 'past-limit': told([{ type: 'cookie_id', column: 'cookie', days: 90, rows: 0 }]) },
      }),
      verdict: 'pass',
    },
    {
      name: 'old cookies',
      input: exampleInput([], {
        release: 'pseudonymised',
        facts: { 'past-limit': told([{ type: 'cookie_id', column: 'cookie', days: 90, rows: 31 }]) },
      }),
      verdict: 'warn',
    },
  ],
});
