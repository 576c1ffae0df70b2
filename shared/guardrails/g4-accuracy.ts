import { because } from '#shared/domain/reason.ts';
import { g4Text } from '#shared/text/guardrails/g4-accuracy.ts';
import { doesNotApply, guardrail, pass, warn } from './guardrail.ts';
import { exampleInput } from './example-input.ts';

/** Accuracy: values that could not be read are named, not lost in silence. */
export const g4 = guardrail({
  id: 'G4',
  ...g4Text,
  source: 'GDPR Art. 5(1)(d)',
  needs: [],
  blocks: {},
  judge({ measure }) {
    const failed = measure?.failedCasts ?? [];
    if ((measure?.conversions ?? 0) === 0) return doesNotApply(because('nothing-read'));
    if (failed.length === 0) return pass(because('all-read'));
    return warn(
      [...new Set(failed.map((check) => check.column))],
      because('not-read', {
        values: failed.reduce((sum, check) => sum + check.rows, 0),
        steps: failed.map(({ step, rows }) => ({ step, rows })),
      }),
    );
  },
  examples: [
    { name: 'all read', input: exampleInput([]), verdict: 'pass', code: 'all-read' },
    {
      name: 'a recipe that reads nothing',
      input: exampleInput([], { measure: { conversions: 0 } }),
      verdict: 'pass',
      state: 'does-not-apply',
      code: 'nothing-read',
    },
    {
      name: 'dates of another format',
      input: exampleInput([], { measure: { failedCasts: [{ column: 'birthday', step: 2, rows: 17 }] } }),
      verdict: 'warn',
      code: 'not-read',
    },
  ],
});
