import { pass, type Guardrail } from './guard-input.ts';
import { exampleInput } from './example-input.ts';

/** Storage limitation: the purpose says how long its data is kept, and why. */
export const g5: Guardrail = {
  id: 'G5',
  title: 'Storage limitation',
  source: 'GDPR Art. 5(1)(e), recital 39',
  judge(input) {
    const purpose = input.purpose;
    if (purpose === null) return { verdict: 'warn', columns: [], message: 'Without a stated purpose there is no limit for keeping the output.', evidence: '', fix: 'Choose a purpose.' };
    if (purpose.retentionDays === null) return { verdict: 'warn', columns: [], message: `Nobody has decided how long data for “${purpose.title}” is kept.`, evidence: 'The purpose has no number of days.', fix: 'Set the number of days and the reason.' };
    if (purpose.retentionWhy.trim() === '') return { verdict: 'warn', columns: [], message: `“${purpose.title}” keeps data for ${purpose.retentionDays} days without saying why.`, evidence: 'The reason is empty.', fix: 'Write the reason.' };
    return pass(`Data for “${purpose.title}” is kept for ${purpose.retentionDays} days.`);
  },
  examples: [
    { name: 'decided', input: exampleInput([]), verdict: 'pass' },
    { name: 'not decided', input: exampleInput([], { purpose: { retentionDays: null } }), verdict: 'warn' },
    { name: 'without a reason', input: exampleInput([], { purpose: { retentionWhy: ' ' } }), verdict: 'warn' },
  ],
};
