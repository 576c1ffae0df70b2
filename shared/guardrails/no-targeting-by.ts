import { because } from '#shared/domain/reason.ts';
import type { ColumnFlag } from '#shared/domain/column-class.ts';
import { specialFlags } from '#shared/policy/index.ts';
import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import { exampleColumn, exampleInput } from './example-input.ts';
import type { GuardView } from './guard-input.ts';
import { block, doesNotApply, pass, warn, type GuardExample } from './guardrail.ts';
import { judgeStandIns, standInCases, type StandInCode } from './stand-ins.ts';
import { told } from '#shared/facts/fact.ts';
import { knownStandIns } from './known-stand-ins.ts';
import { hasFlag, names, visibleOutputs } from './output-view.ts';
import { flagsOfType } from './type-properties.ts';
import { readName } from './telling-names/read-name.ts';

type Code =
  | 'chosen-by'
  | 'named-so'
  | 'named-only'
  | 'goes-along'
  | 'not-for-targeting'
  | 'no-columns'
  | 'none-in-output'
  | 'in-targeting'
  | StandInCode;

const release = 'targeting';

/** A type that bears one of a rule's flags, and a name that tells it. */
interface Sample {
  type: SemanticTypeId;
  flag: ColumnFlag;
  name: string;
  /** A type that goes along with it. */
  along: SemanticTypeId;
}

/** Names that say of everybody in the file what nobody may be targeted by. */
const namedSo = ({ names = [] }: Pick<GuardView, 'names'>, flags: readonly ColumnFlag[]) =>
  names.flatMap(({ what, name, texts }) => {
    const told = texts.flatMap(readName).find(({ flag }) => flags.includes(flag));
    return told === undefined ? [] : [{ what, name, words: told.words }];
  });

/**
 * A column with a flag that the policy in force bars stops a targeting release, in coarse groups too; only what is
 * dropped or hidden passes.
 * @param isOwn whether this rule is the one that answers for a flag
 * @param sample a type that bears one of them and a name that tells it, for the worked cases
 */
export function noTargetingBy(isOwn: (flag: ColumnFlag) => boolean, sample: Sample) {
  return {
    needs: ['segment', 'proxies'] as const,
    blocks: {
      'in-targeting': 'no-exception',
      'stands-in': 'no-exception',
      'chosen-by': 'no-exception',
      'named-so': 'no-exception',
    } as const,
    judge(view: GuardView<'segment' | 'proxies'>) {
      if (view.release !== release) return doesNotApply(because('not-for-targeting'));
      const chosenBy = view.facts.segment.state === 'told' ? view.facts.segment.value.columns : [];
      const barredChoice = view.findings
        .filter((finding) => chosenBy.includes(finding.name) && hasFlag(finding, view.policy.barred.filter(isOwn)))
        .map(({ name }) => name);
      if (barredChoice.length > 0) return block(barredChoice, because('chosen-by'));
      const said = namedSo(view, view.policy.barred.filter(isOwn));
      const outputs = visibleOutputs(view);
      if (outputs.length === 0 && said.length === 0) return doesNotApply(because('no-columns'));
      const bearing = (flags: readonly ColumnFlag[]): string[] =>
        names(outputs.filter((output) => output.findings.some((finding) => hasFlag(finding, flags))));
      const flags = view.policy.barred.filter(isOwn);
      const columns = bearing(flags);
      const byLaw = bearing(flags.filter((flag) => specialFlags.includes(flag)));
      const byWorkspace = columns.filter((column) => !byLaw.includes(column));
      if (columns.length > 0) return block(columns, because('in-targeting', { byLaw, byWorkspace }));
      const standIns = judgeStandIns(view.facts.proxies, isOwn);
      if (standIns !== null && standIns.verdict === 'block') return standIns;
      // After what can be dropped, so that what has a fix is told first.
      if (said.length > 0) return block([], because('named-so', { said }));
      // Its name says it and its values say something else: nobody is blocked by a word, and nothing is passed for it.
      const named = names(
        outputs.filter((output) =>
          output.findings.some(({ type }) => flags.some((flag) => flagsOfType(type).includes(flag))),
        ),
      );
      if (named.length > 0) return warn(named, because('named-only'));
      const measured = view.facts.proxies.state === 'told' ? view.facts.proxies.value.looked : [];
      const unmeasured = flags.filter((flag) => measured.every((column) => !column.flags.includes(flag)));
      const known = names(knownStandIns(outputs, unmeasured));
      if (known.length > 0 && (standIns === null || standIns.verdict === 'pass'))
        return warn(known, because('goes-along'));
      return standIns ?? pass(because('none-in-output'));
    },
    ...casesOf(sample),
  };
}

/** Worked cases. */
function casesOf(sample: Sample): { examples: GuardExample<Code>[] } {
  const column = (treatment: 'generalised' | 'redacted') =>
    exampleColumn(sample.type, treatment, { class: 'linkable', flags: [sample.flag] });
  return {
    examples: [
      { name: 'an ordinary column', input: exampleInput([], { release }), verdict: 'pass', code: 'none-in-output' },
      {
        name: 'a name that means something else, by the values',
        input: exampleInput([exampleColumn(sample.type, 'kept', { class: 'linkable', flags: [] })], { release }),
        verdict: 'warn',
        code: 'named-only',
      },
      {
        name: 'even in coarse groups',
        input: exampleInput([column('generalised')], { release }),
        verdict: 'block',
        code: 'in-targeting',
      },
      {
        name: 'a segment chosen by it',
        input: exampleInput([column('redacted')], {
          release,
          facts: { segment: told({ columns: [sample.type], leftOut: 10 }) },
        }),
        verdict: 'block',
        code: 'chosen-by',
      },
      {
        name: 'a file whose name says who is in it',
        input: exampleInput([], {
          release,
          names: [{ what: 'file', name: 'list.csv', texts: [sample.name] }],
        }),
        verdict: 'block',
        code: 'named-so',
      },
      {
        name: 'what goes along with it, and nothing to measure it against',
        input: exampleInput([exampleColumn(sample.along, 'kept', { class: 'linkable' })], { release }),
        verdict: 'warn',
        code: 'goes-along',
      },
      ...standInCases(sample).examples,
      {
        name: 'dropped or redacted',
        input: exampleInput([column('redacted')], { release }),
        verdict: 'pass',
        code: 'no-columns',
      },
      {
        name: 'not for targeting',
        input: exampleInput([column('generalised')]),
        verdict: 'pass',
        code: 'not-for-targeting',
      },
    ],
  };
}
