import { because } from '#shared/domain/reason.ts';
import { specialFlags } from '#shared/policy/index.ts';
import { g1Text } from '#shared/text/guardrails/g1-lawfulness.ts';
import { hasFlag, names, visibleOutputs } from './output-view.ts';
import { guardrail, notStated, pass, warn } from './guardrail.ts';
import { exampleColumn, exampleInput } from './example-input.ts';

/** Lawfulness, fairness, transparency: a purpose with a basis, and no special category without a condition for it. */
export const g1 = guardrail({
  id: 'G1',
  ...g1Text,
  source: 'GDPR Art. 5(1)(a), 6(1), 9(2), 10',
  needs: [],
  judge(view) {
    if (view.purpose === null) return notStated(because('no-purpose'));
    const { title: purpose, lawfulBases } = view.purpose;
    const without = lawfulBases.filter((basis) => basis.why.trim() === '').length;
    if (without > 0) return notStated(because('basis-without-reason', { purpose, without, bases: lawfulBases.length }));
    const special = names(
      visibleOutputs(view).filter((output) => output.findings.some((finding) => hasFlag(finding, specialFlags))),
    );
    return special.length > 0
      ? warn(special, because('special-categories'))
      : pass(because('basis-stated', { purpose }));
  },
  examples: [
    { name: 'a stated purpose', input: exampleInput([]), verdict: 'pass', code: 'basis-stated' },
    { name: 'no purpose', input: exampleInput([], { purpose: null }), verdict: 'warn', code: 'no-purpose' },
    {
      name: 'a basis that nobody gave a reason for',
      input: exampleInput([], { purpose: { lawfulBases: [{ basis: 'contract', why: ' ' }] } }),
      verdict: 'warn',
      state: 'not-stated',
      code: 'basis-without-reason',
    },
    {
      name: 'a religion in the output',
      input: exampleInput([exampleColumn('religion', 'generalised', { class: 'linkable', flags: ['religion'] })]),
      verdict: 'warn',
      code: 'special-categories',
    },
  ],
});
