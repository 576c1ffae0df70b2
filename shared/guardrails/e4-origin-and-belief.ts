import type { ColumnFlag } from '#shared/domain/column-class.ts';
import { guardrailsText } from '#shared/text/guardrails.ts';
import { hasFlag, names, visibleOutputs } from './output-view.ts';
import { doesNotApply, guardrail, pass } from './guard-input.ts';
import { exampleColumn, exampleInput } from './example-input.ts';

const text = guardrailsText.e4;

/** No targeting by origin, belief or politics. */
const flags: readonly ColumnFlag[] = [
  'race_ethnicity',
  'religion',
  'political',
  'trade_union',
  'sexual_orientation',
  'biometric',
  'genetic',
  'criminal',
];

export const e4 = guardrail({
  id: 'E4',
  title: text.title,
  source: 'Ethics rule 4; GDPR Art. 9; Regulation (EU) 2022/2065 Art. 26(3)',
  judge(input) {
    if (input.release !== 'targeting') return doesNotApply(text.notForTargeting);
    const outputs = visibleOutputs(input);
    if (outputs.length === 0) return doesNotApply(guardrailsText.noColumns);
    const columns = names(outputs.filter((output) => output.findings.some((finding) => hasFlag(finding, flags))));
    if (columns.length === 0) return pass(text.pass);
    return {
      verdict: 'block',
      columns,
      message: text.message(columns),
      evidence: text.evidence(columns.length),
      fix: text.fix,
    };
  },
  examples: [
    { name: 'an ordinary column', input: exampleInput([], { release: 'targeting' }), verdict: 'pass' },
    {
      name: 'even in coarse groups',
      input: exampleInput([exampleColumn('religion', 'generalised', { class: 'linkable', flags: ['religion'] })], {
        release: 'targeting',
      }),
      verdict: 'block',
    },
    {
      name: 'dropped or redacted',
      input: exampleInput([exampleColumn('religion', 'redacted', { class: 'linkable', flags: ['religion'] })], {
        release: 'targeting',
      }),
      verdict: 'pass',
    },
    {
      name: 'not for targeting',
      input: exampleInput([exampleColumn('religion', 'generalised', { class: 'linkable', flags: ['religion'] })]),
      verdict: 'pass',
    },
  ],
});
