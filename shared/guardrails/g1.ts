import { specialFlags } from './special-flags.ts';
import { hasFlag, listed, names, visibleOutputs } from './output-view.ts';
import { pass, type Guardrail } from './guard-input.ts';
import { exampleColumn, exampleInput } from './example-input.ts';

/** Lawfulness, fairness, transparency: a purpose with a basis, and no special category without a condition for it. */
export const g1: Guardrail = {
  id: 'G1',
  title: 'Lawfulness, fairness and transparency',
  source: 'GDPR Art. 5(1)(a), 6(1), 9(2), 10',
  judge(input) {
    if (input.purpose === null)
      return { verdict: 'warn', columns: [], message: 'The release names no purpose that Custos knows, so no lawful basis stands behind it.', evidence: 'The recipe’s purpose is not among the purposes.', fix: 'Choose one of the purposes, or write down your own with its lawful basis.' };
    const without = input.purpose.lawfulBases.filter((basis) => basis.why.trim() === '');
    if (without.length > 0)
      return { verdict: 'warn', columns: [], message: `The purpose “${input.purpose.title}” names a lawful basis without saying why it applies.`, evidence: `${without.length} of ${input.purpose.lawfulBases.length} bases have no reason.`, fix: 'Write one sentence per basis.' };
    const special = names(visibleOutputs(input).filter((output) => output.findings.some((finding) => hasFlag(finding, specialFlags))));
    if (special.length > 0)
      return { verdict: 'warn', columns: special, message: `Special categories or criminal data are in the output: ${listed(special)}. A lawful basis alone is not enough for them.`, evidence: `${special.length} output columns come from such data.`, fix: 'Drop them, or record the condition of Art. 9(2) or the law under Art. 10 that allows their use.' };
    return pass(`The purpose “${input.purpose.title}” states its lawful basis.`);
  },
  examples: [
    { name: 'a stated purpose', input: exampleInput([]), verdict: 'pass' },
    { name: 'no purpose', input: exampleInput([], { purpose: null }), verdict: 'warn' },
    { name: 'a religion in the output', input: exampleInput([exampleColumn('religion', 'generalised', { class: 'linkable', flags: ['religion'] })]), verdict: 'warn' },
  ],
};
