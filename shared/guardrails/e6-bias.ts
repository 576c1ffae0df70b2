import { guardrailsText } from '#shared/text/guardrails.ts';
import { names, visibleOutputs } from './output-view.ts';
import { isScoreType } from './type-properties.ts';
import { doesNotApply, guardrail, pass } from './guard-input.ts';
import { exampleColumn, exampleInput } from './example-input.ts';

const text = guardrailsText.e6;

/** Reduce the bias of machine learning: a score or label that chooses people needs an audit. */
export const e6 = guardrail({
  id: 'E6',
  title: text.title,
  source: 'Ethics rule 6; GDPR Art. 5(1)(a), recital 71',
  needs: [],
  judge(input) {
    if (input.release !== 'targeting') return doesNotApply(text.notForTargeting);
    const outputs = visibleOutputs(input);
    if (outputs.length === 0) return doesNotApply(guardrailsText.noColumns);
    const columns = names(outputs.filter((output) => output.findings.some((finding) => isScoreType(finding.type))));
    if (columns.length === 0) return pass(text.pass);
    return {
      verdict: 'warn',
      columns,
      message: text.message(columns),
      evidence: text.evidence(columns.length),
      fix: text.fix,
    };
  },
  examples: [
    { name: 'no score', input: exampleInput([], { release: 'targeting' }), verdict: 'pass' },
    {
      name: 'a churn label',
      input: exampleInput([exampleColumn('churn_label', 'kept')], { release: 'targeting' }),
      verdict: 'warn',
    },
  ],
});
