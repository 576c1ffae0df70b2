import type { ColumnFlag } from '#shared/domain/column-class.ts';
import { guardrailsText } from '#shared/text/guardrails.ts';
import { hasFlag, names, visibleOutputs } from './output-view.ts';
import { doesNotApply, guardrail, pass } from './guard-input.ts';
import { exampleColumn, exampleInput } from './example-input.ts';

const text = guardrailsText.e5;

/** No targeting with clinical data. */
const flags: readonly ColumnFlag[] = ['health'];

export const e5 = guardrail({
  id: 'E5',
  title: text.title,
  source: 'Ethics rule 5; GDPR Art. 9; CJEU C-21/23',
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
      input: exampleInput([exampleColumn('diagnosis', 'generalised', { class: 'linkable', flags: ['health'] })], {
        release: 'targeting',
      }),
      verdict: 'block',
    },
    {
      name: 'dropped or redacted',
      input: exampleInput([exampleColumn('diagnosis', 'redacted', { class: 'linkable', flags: ['health'] })], {
        release: 'targeting',
      }),
      verdict: 'pass',
    },
    {
      name: 'not for targeting',
      input: exampleInput([exampleColumn('diagnosis', 'generalised', { class: 'linkable', flags: ['health'] })]),
      verdict: 'pass',
    },
  ],
});
