import { listed } from './output-view.ts';
import { pass, type Guardrail } from './guard-input.ts';
import { exampleInput } from './example-input.ts';

/** Accuracy: values that could not be read are named, not lost in silence. */
export const g4: Guardrail = {
  id: 'G4',
  title: 'Accuracy',
  source: 'GDPR Art. 5(1)(d)',
  judge(input) {
    const failed = input.measure?.failedCasts ?? [];
    if (failed.length === 0) return pass('Every value could be read as what its step takes it for.');
    const columns = [...new Set(failed.map((check) => check.column))];
    const values = failed.reduce((sum, check) => sum + check.rows, 0);
    return { verdict: 'warn', columns, message: `${values} values of ${listed(columns)} could not be read and are empty in the output.`, evidence: failed.map((check) => `Step ${check.step + 1}: ${check.rows} rows.`).join(' '), fix: 'Choose the date or number format the file uses, or correct the values at their source.' };
  },
  examples: [
    { name: 'all read', input: exampleInput([]), verdict: 'pass' },
    { name: 'dates of another format', input: exampleInput([], { measure: { failedCasts: [{ column: 'birthday', step: 2, rows: 17 }] } }), verdict: 'warn' },
  ],
};
