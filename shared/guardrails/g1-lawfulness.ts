import type { DeclaredBasis } from '#shared/domain/declared-use.ts';
import { because } from '#shared/domain/reason.ts';
import { specialFlags } from '#shared/policy/index.ts';
import { g1Text } from '#shared/text/guardrails/g1-lawfulness.ts';
import { hasFlag, names, visibleOutputs, type SeenOutput } from './output-view.ts';
import { block, guardrail, notStated, pass, warn } from './guardrail.ts';
import { exampleColumn, exampleInput } from './example-input.ts';

/** What a worked case declares of its purpose where it says nothing else. */
const declared: DeclaredBasis = {
  ref: 'PU-001',
  basis: 'contract',
  justified: true,
  specialCondition: false,
  criminalAuthority: false,
  weighing: 'not-needed',
  notice: true,
};
const religion = [exampleColumn('religion', 'generalised', { class: 'linkable', flags: ['religion'] })];

/** Columns of Art. 9 and 10 for which the purpose names nothing that allows them. */
const uncovered = (special: readonly SeenOutput[], basis: DeclaredBasis): string[] =>
  names(
    special.filter(({ findings }) =>
      findings.some(
        (finding) =>
          (hasFlag(finding, ['criminal']) && !basis.criminalAuthority) ||
          (hasFlag(
            finding,
            specialFlags.filter((flag) => flag !== 'criminal'),
          ) &&
            !basis.specialCondition),
      ),
    ),
  );

/**
 * Lawfulness, fairness, transparency: a purpose with a basis, and no special category without a condition for it. What
 * the register declares of the purpose goes before what its preset suggests.
 */
export const g1 = guardrail({
  id: 'G1',
  ...g1Text,
  source: 'GDPR Art. 5(1)(a), 6(1), 9(2), 10, 13, 14',
  needs: [],
  blocks: { 'special-without-condition': 'approver', 'people-prevail': 'approver' },
  judge(view) {
    if (view.purpose === null) return notStated(because('no-purpose'));
    const { title: purpose, lawfulBases, preset } = view.purpose;
    const special = visibleOutputs(view).filter((output) =>
      output.findings.some((finding) => hasFlag(finding, specialFlags)),
    );
    const { basis, unreadable } = view.declared;
    // Nothing is stated where what states it cannot be read; what is refused without it stays refused.
    const unread = unreadable.length === 0 ? null : notStated(because('record-unreadable', { refs: [...unreadable] }));
    if (basis === null) {
      if (unread !== null) return unread;
      const without = lawfulBases.filter((each) => each.why.trim() === '').length;
      if (without > 0)
        return notStated(because('basis-without-reason', { purpose, without, bases: lawfulBases.length }));
      if (special.length > 0) return warn(names(special), because('special-categories'));
      // What comes with the program is a suggestion until somebody takes it over.
      return preset ? notStated(because('basis-by-preset', { purpose })) : pass(because('basis-stated', { purpose }));
    }
    const said = { purpose, ref: basis.ref };
    // Missing paperwork keeps no anonymised release back; data that leave about people are another matter.
    const refuse = view.release === 'anonymised' ? warn : block;
    const bare = uncovered(special, basis);
    if (bare.length > 0) return refuse(bare, because('special-without-condition', said));
    if (basis.weighing === 'people-prevail') return refuse([], because('people-prevail', said));
    if (unread !== null) return unread;
    if (basis.basis === null) return notStated(because('declared-without-basis', said));
    if (!basis.justified) return notStated(because('declared-without-reason', said));
    if (basis.weighing === 'not-weighed') return warn([], because('not-weighed', said));
    if (!basis.notice) return warn([], because('no-notice', said));
    return pass(because('basis-declared', said));
  },
  examples: [
    {
      name: 'a purpose of somebody’s own',
      input: exampleInput([], { purpose: { preset: false } }),
      verdict: 'pass',
      code: 'basis-stated',
    },
    {
      name: 'a purpose of the program that nobody took over',
      input: exampleInput([]),
      verdict: 'warn',
      state: 'not-stated',
      code: 'basis-by-preset',
    },
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
      input: exampleInput(religion),
      verdict: 'warn',
      code: 'special-categories',
    },
    {
      name: 'a purpose that the register declares',
      input: exampleInput([], { declared: { basis: declared } }),
      verdict: 'pass',
      code: 'basis-declared',
    },
    ...[null, declared].map((basis) => ({
      name: `a purpose that the register ${basis === null ? 'does not declare' : 'declares'}, and a record that is unreadable`,
      input: exampleInput([], { declared: { basis, unreadable: ['PU-002'] } }),
      verdict: 'warn' as const,
      state: 'not-stated' as const,
      code: 'record-unreadable' as const,
    })),
    {
      name: 'a declared purpose without a basis',
      input: exampleInput([], { declared: { basis: { ...declared, basis: null } } }),
      verdict: 'warn',
      state: 'not-stated',
      code: 'declared-without-basis',
    },
    {
      name: 'a declared basis without a reason',
      input: exampleInput([], { declared: { basis: { ...declared, justified: false } } }),
      verdict: 'warn',
      state: 'not-stated',
      code: 'declared-without-reason',
    },
    {
      name: 'a religion that leaves about people under no condition',
      input: exampleInput(religion, { release: 'pseudonymised', declared: { basis: declared } }),
      verdict: 'block',
      code: 'special-without-condition',
    },
    {
      name: 'a religion in an anonymised release under no condition',
      input: exampleInput(religion, { declared: { basis: declared } }),
      verdict: 'warn',
      code: 'special-without-condition',
    },
    {
      name: 'a religion under a condition',
      input: exampleInput(religion, {
        release: 'pseudonymised',
        declared: { basis: { ...declared, specialCondition: true } },
      }),
      verdict: 'pass',
      code: 'basis-declared',
    },
    {
      name: 'a conviction under a condition for special categories alone',
      input: exampleInput([exampleColumn('unknown', 'kept', { flags: ['criminal'] })], {
        release: 'pseudonymised',
        declared: { basis: { ...declared, specialCondition: true } },
      }),
      verdict: 'block',
      code: 'special-without-condition',
    },
    {
      name: 'interests that people’s outweigh',
      input: exampleInput([], {
        release: 'targeting',
        declared: { basis: { ...declared, basis: 'legitimate-interests', weighing: 'people-prevail' } },
      }),
      verdict: 'block',
      code: 'people-prevail',
    },
    {
      name: 'interests that nobody weighed',
      input: exampleInput([], {
        declared: { basis: { ...declared, basis: 'legitimate-interests', weighing: 'not-weighed' } },
      }),
      verdict: 'warn',
      code: 'not-weighed',
    },
    {
      name: 'a purpose that nobody is told of',
      input: exampleInput([], { declared: { basis: { ...declared, notice: false } } }),
      verdict: 'warn',
      code: 'no-notice',
    },
  ],
});
