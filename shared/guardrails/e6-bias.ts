import { because } from '#shared/domain/reason.ts';
import { e6Text } from '#shared/text/guardrails/e6-bias.ts';
import { names, visibleOutputs } from './output-view.ts';
import { isScoreType } from './type-properties.ts';
import { doesNotApply, guardrail, pass, warn } from './guardrail.ts';
import { exampleColumn, exampleInput } from './example-input.ts';

/** Reduce the bias of machine learning: a score or label that chooses people needs an audit. */
export const e6 = guardrail({
  id: 'E6',
  ...e6Text,
  source: 'Ethics rule 6; GDPR Art. 5(1)(a), recital 71',
  needs: [],
  blocks: {},
  judge(view) {
    if (view.release !== 'targeting') return doesNotApply(because('not-for-targeting'));
    const outputs = visibleOutputs(view);
    if (outputs.length === 0) return doesNotApply(because('no-columns'));
    const columns = names(outputs.filter((output) => output.findings.some((finding) => isScoreType(finding.type))));
    return columns.length === 0 ? pass(because('no-score')) : warn(columns, because('score-not-audited'));
  },
  examples: [
    { name: 'no score', input: exampleInput([], { release: 'targeting' }), verdict: 'pass', code: 'no-score' },
    {
      name: 'a churn label',
      input: exampleInput([exampleColumn('churn_label', 'kept')], { release: 'targeting' }),
      verdict: 'warn',
      code: 'score-not-audited',
    },
    {
      name: 'a churn label that nobody is chosen by',
      input: exampleInput([exampleColumn('churn_label', 'kept')]),
      verdict: 'pass',
      state: 'does-not-apply',
      code: 'not-for-targeting',
    },
    {
      name: 'nothing that can be read',
      input: exampleInput([exampleColumn('churn_label', 'redacted')], { release: 'targeting' }),
      verdict: 'pass',
      state: 'does-not-apply',
      code: 'no-columns',
    },
  ],
});
