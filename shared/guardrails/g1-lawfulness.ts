import { guardrailsText } from '#shared/text/guardrails.ts';
import { specialFlags } from '#shared/policy/index.ts';
import { hasFlag, names, visibleOutputs } from './output-view.ts';
import { guardrail, notStated, pass } from './guard-input.ts';
import { exampleColumn, exampleInput } from './example-input.ts';

const text = guardrailsText.g1;

/** Lawfulness, fairness, transparency: a purpose with a basis, and no special category without a condition for it. */
export const g1 = guardrail({
  id: 'G1',
  title: text.title,
  source: 'GDPR Art. 5(1)(a), 6(1), 9(2), 10',
  needs: [],
  judge(input) {
    if (input.purpose === null) return notStated(text.noPurpose);
    const without = input.purpose.lawfulBases.filter((basis) => basis.why.trim() === '');
    if (without.length > 0)
      return notStated({
        message: text.noReason.message(input.purpose.title),
        evidence: text.noReason.evidence(without.length, input.purpose.lawfulBases.length),
        fix: text.noReason.fix,
      });
    const special = names(
      visibleOutputs(input).filter((output) => output.findings.some((finding) => hasFlag(finding, specialFlags))),
    );
    if (special.length > 0)
      return {
        verdict: 'warn',
        columns: special,
        message: text.special.message(special),
        evidence: text.special.evidence(special.length),
        fix: text.special.fix,
      };
    return pass(text.pass(input.purpose.title));
  },
  examples: [
    { name: 'a stated purpose', input: exampleInput([]), verdict: 'pass' },
    { name: 'no purpose', input: exampleInput([], { purpose: null }), verdict: 'warn' },
    {
      name: 'a religion in the output',
      input: exampleInput([exampleColumn('religion', 'generalised', { class: 'linkable', flags: ['religion'] })]),
      verdict: 'warn',
    },
  ],
});
