import { listed } from './output-view.ts';
import { pass, type Guardrail } from './guard-input.ts';
import { exampleInput } from './example-input.ts';

/** Accountability: the release leaves an entry in the register, and its classification was confirmed by a person. */
export const g7: Guardrail = {
  id: 'G7',
  title: 'Accountability',
  source: 'GDPR Art. 5(2), 30',
  judge(input) {
    if (!input.workspace)
      return { verdict: 'warn', columns: [], message: 'Without a workspace there is no register entry and nobody signs the certificate.', evidence: '', fix: 'Run the recipe with a workspace.' };
    const open = [...input.unconfirmed];
    if (open.length > 0)
      return { verdict: 'warn', columns: open, message: `Nobody has confirmed what these columns are: ${listed(open)}. The release is recorded with that remark.`, evidence: `${open.length} classifications are suggestions.`, fix: 'Confirm or correct them under Classify.' };
    return pass('The release becomes a signed entry of the register; every column’s classification is confirmed.');
  },
  examples: [
    { name: 'a workspace', input: exampleInput([]), verdict: 'pass' },
    { name: 'no workspace', input: exampleInput([], { workspace: false }), verdict: 'warn' },
    { name: 'suggestions only', input: exampleInput([], { unconfirmed: ['city'] }), verdict: 'warn' },
  ],
};
