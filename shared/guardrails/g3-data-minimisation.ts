import { guardrailsText } from '#shared/text/guardrails.ts';
import { names, visibleOutputs } from './output-view.ts';
import { doesNotApply, guardrail, notStated, pass } from './guard-input.ts';
import { exampleColumn, exampleInput } from './example-input.ts';

const text = guardrailsText.g3;

/** Data minimisation: every output column is one the purpose says it needs. */
export const g3 = guardrail({
  id: 'G3',
  title: text.title,
  source: 'GDPR Art. 5(1)(c), 25(2)',
  needs: [],
  judge(input) {
    if (input.purpose === null) return notStated(text.noPurpose);
    const needed = new Set(input.purpose.dataNeeded.flatMap((need) => need.types));
    const known = visibleOutputs(input).filter((output) => output.findings.length > 0);
    if (known.length === 0) return doesNotApply(guardrailsText.noColumns);
    const spare = names(
      known.filter((output) =>
        output.findings.every((finding) => !needed.has(finding.type) && !needed.has(finding.category)),
      ),
    );
    if (spare.length === 0) return pass(text.pass, text.passEvidence(needed.size));
    return {
      verdict: 'warn',
      columns: spare,
      message: text.spare.message(input.purpose.title, spare),
      evidence: text.spare.evidence(spare.length),
      fix: text.spare.fix,
    };
  },
  examples: [
    { name: 'a needed column', input: exampleInput([exampleColumn('purchase_amount', 'kept')]), verdict: 'pass' },
    {
      name: 'needed by its category',
      input: exampleInput([exampleColumn('gender', 'kept', { category: 'personal', class: 'linkable' })]),
      verdict: 'pass',
    },
    {
      name: 'a column nobody asked for',
      input: exampleInput([exampleColumn('user_agent', 'generalised', { category: 'technical' })]),
      verdict: 'warn',
    },
  ],
});
