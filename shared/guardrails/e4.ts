import type { ColumnFlag } from '#shared/domain/column-class.ts';
import { hasFlag, listed, names, visibleOutputs } from './output-view.ts';
import { pass, type Guardrail } from './guard-input.ts';
import { exampleColumn, exampleInput } from './example-input.ts';

/** No targeting by origin, belief or politics. */
const flags: readonly ColumnFlag[] = ['race_ethnicity', 'religion', 'political', 'trade_union', 'sexual_orientation', 'biometric', 'genetic', 'criminal'];

export const e4: Guardrail = {
  id: 'E4',
  title: 'No targeting by origin, belief or politics',
  source: 'Ethics rule 4; GDPR Art. 9; Regulation (EU) 2022/2065 Art. 26(3)',
  judge(input) {
    if (input.release !== 'targeting') return pass('The release is not for targeting.');
    const columns = names(visibleOutputs(input).filter((output) => output.findings.some((finding) => hasFlag(finding, flags))));
    if (columns.length === 0) return pass('No column of the output tells or derives origin, belief, politics, union, orientation or criminal record.');
    return { verdict: 'block', columns, message: `Nobody may be targeted by origin, belief, politics, union, orientation or criminal record: ${listed(columns)}. Consent does not lift this.`, evidence: `${columns.length} output columns come from such data, in whatever form.`, fix: 'Drop these columns.' };
  },
  examples: [
    { name: 'an ordinary column', input: exampleInput([], { release: 'targeting' }), verdict: 'pass' },
    { name: 'even in coarse groups', input: exampleInput([exampleColumn('religion', 'generalised', { class: 'linkable', flags: ['religion'] })], { release: 'targeting' }), verdict: 'block' },
    { name: 'dropped or redacted', input: exampleInput([exampleColumn('religion', 'redacted', { class: 'linkable', flags: ['religion'] })], { release: 'targeting' }), verdict: 'pass' },
    { name: 'not for targeting', input: exampleInput([exampleColumn('religion', 'generalised', { class: 'linkable', flags: ['religion'] })]), verdict: 'pass' },
  ],
};
