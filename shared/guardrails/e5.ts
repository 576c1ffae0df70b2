import type { ColumnFlag } from '#shared/domain/column-class.ts';
import { hasFlag, listed, names, visibleOutputs } from './output-view.ts';
import { pass, type Guardrail } from './guard-input.ts';
import { exampleColumn, exampleInput } from './example-input.ts';

/** No targeting with clinical data. */
const flags: readonly ColumnFlag[] = ['health'];

export const e5: Guardrail = {
  id: 'E5',
  title: 'No targeting with clinical data',
  source: 'Ethics rule 5; GDPR Art. 9; CJEU C-21/23',
  judge(input) {
    if (input.release !== 'targeting') return pass('The release is not for targeting.');
    const columns = names(visibleOutputs(input).filter((output) => output.findings.some((finding) => hasFlag(finding, flags))));
    if (columns.length === 0) return pass('No column of the output tells or derives health.');
    return { verdict: 'block', columns, message: `Nobody may be targeted by health: ${listed(columns)}. Consent does not lift this.`, evidence: `${columns.length} output columns come from such data, in whatever form.`, fix: 'Drop these columns.' };
  },
  examples: [
    { name: 'an ordinary column', input: exampleInput([], { release: 'targeting' }), verdict: 'pass' },
    { name: 'even in coarse groups', input: exampleInput([exampleColumn('diagnosis', 'generalised', { class: 'linkable', flags: ['health'] })], { release: 'targeting' }), verdict: 'block' },
    { name: 'dropped or redacted', input: exampleInput([exampleColumn('diagnosis', 'redacted', { class: 'linkable', flags: ['health'] })], { release: 'targeting' }), verdict: 'pass' },
    { name: 'not for targeting', input: exampleInput([exampleColumn('diagnosis', 'generalised', { class: 'linkable', flags: ['health'] })]), verdict: 'pass' },
  ],
};
