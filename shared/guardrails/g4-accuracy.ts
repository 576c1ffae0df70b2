import { guardrailsText } from '#shared/text/guardrails.ts';
import { doesNotApply, guardrail, pass } from './guard-input.ts';
import { exampleInput } from './example-input.ts';

const text = guardrailsText.g4;

/** Accuracy: values that could not be read are named, not lost in silence. */
export const g4 = guardrail({
  id: 'G4',
  title: text.title,
  source: 'GDPR Art. 5(1)(d)',
  needs: [],
  judge(input) {
    const failed = input.measure?.failedCasts ?? [];
    if ((input.measure?.conversions ?? 0) === 0) return doesNotApply(text.nothingRead);
    if (failed.length === 0) return pass(text.pass);
    const columns = [...new Set(failed.map((check) => check.column))];
    const values = failed.reduce((sum, check) => sum + check.rows, 0);
    return {
      verdict: 'warn',
      columns,
      message: text.unread.message(values, columns),
      evidence: text.unread.evidence(failed),
      fix: text.unread.fix,
    };
  },
  examples: [
    { name: 'all read', input: exampleInput([]), verdict: 'pass' },
    {
      name: 'dates of another format',
      input: exampleInput([], { measure: { failedCasts: [{ column: 'birthday', step: 2, rows: 17 }] } }),
      verdict: 'warn',
    },
  ],
});
