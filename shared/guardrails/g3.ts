import { listed, names, visibleOutputs } from './output-view.ts';
import { pass, type Guardrail } from './guard-input.ts';
import { exampleColumn, exampleInput } from './example-input.ts';

/** Data minimisation: every output column is one the purpose says it needs. */
export const g3: Guardrail = {
  id: 'G3',
  title: 'Data minimisation',
  source: 'GDPR Art. 5(1)(c), 25(2)',
  judge(input) {
    if (input.purpose === null) return { verdict: 'warn', columns: [], message: 'Without a stated purpose no column can be shown to be needed.', evidence: '', fix: 'Choose a purpose.' };
    const needed = new Set(input.purpose.dataNeeded.flatMap((need) => need.types));
    const spare = names(visibleOutputs(input).filter((output) => output.findings.length > 0 && output.findings.every((finding) => !needed.has(finding.type) && !needed.has(finding.category))));
    if (spare.length === 0) return pass('Every output column is of a kind the purpose needs.', `${needed.size} kinds of data are listed with the purpose.`);
    return { verdict: 'warn', columns: spare, message: `The purpose “${input.purpose.title}” does not say what it needs these columns for: ${listed(spare)}.`, evidence: `${spare.length} output columns are of a kind the purpose does not list.`, fix: 'Drop them, or add them to the purpose with the reason.' };
  },
  examples: [
    { name: 'a needed column', input: exampleInput([exampleColumn('purchase_amount', 'kept')]), verdict: 'pass' },
    { name: 'needed by its category', input: exampleInput([exampleColumn('gender', 'kept', { category: 'personal', class: 'linkable' })]), verdict: 'pass' },
    { name: 'a column nobody asked for', input: exampleInput([exampleColumn('user_agent', 'generalised', { category: 'technical' })]), verdict: 'warn' },
  ],
};
