import { because } from '#shared/domain/reason.ts';
import type { ColumnFlag } from '#shared/domain/column-class.ts';
import { told as answered } from '#shared/facts/fact.ts';
import type { FactAnswers } from '#shared/facts/index.ts';
import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import { exampleInput } from './example-input.ts';
import { block, notStated, pass, warn, type GuardExample } from './guardrail.ts';

export type StandInCode = 'stands-in' | 'may-stand-in' | 'no-stand-in' | 'too-few-to-tell';

type Found = Extract<FactAnswers['proxies'], { state: 'told' }>['value']['found'];

const percent = (share: number): number => Math.round(share * 100);
/** Told one by one at most. */
const mostTold = 5;

/** As it is worded: in per cent, all columns together without their names. */
const toTell = (some: Found) =>
  some.slice(0, mostTold).map(({ of, by, way, auc, low }) => ({
    of,
    by: way === 'all' ? '' : by.join(' + '),
    columns: by.length,
    percent: percent(auc),
    low: percent(low),
  }));
const columnsOf = (some: Found): string[] => [...new Set(some.flatMap(({ by }) => by))];

/**
 * What the measured proxies say: whether columns of the output stand in for source columns that nobody may be targeted
 * by.
 * @param isOwn whether the rule that asks is the one that answers for a flag
 * @returns null where nothing was measured, since the source has no such column
 */
export function judgeStandIns(answer: FactAnswers['proxies'], isOwn: (flag: ColumnFlag) => boolean) {
  if (answer.state !== 'told') return null;
  const ownColumns = (all: readonly { column: string; flags: ColumnFlag[] }[]): string[] =>
    all.filter(({ flags }) => flags.some(isOwn)).map(({ column }) => column);
  const [looked, tooFew] = [ownColumns(answer.value.looked), ownColumns(answer.value.tooFew)];
  if (looked.length + tooFew.length === 0) return null;
  const [warns, blocks] = [percent(answer.value.warns), percent(answer.value.blocks)];
  const own = answer.value.found.filter(({ flags }) => flags.some(isOwn));
  const strong = own.filter(({ auc }) => auc >= answer.value.blocks);
  if (strong.length > 0) return block(columnsOf(strong), because('stands-in', { found: toTell(strong), blocks }));
  if (own.length > 0) return warn(columnsOf(own), because('may-stand-in', { found: toTell(own), warns, blocks }));
  if (tooFew.length > 0) return notStated(because('too-few-to-tell', { tooFew }));
  return pass(because('no-stand-in', { looked, warns }));
}

/** Worked cases of it. @param sample a type that bears one of the flags */
export const standInCases = ({ type, flag }: { type: SemanticTypeId; flag: ColumnFlag }) => {
  const column = { column: type, flags: [flag] };
  const input = (area: number | null, isEnough = true) =>
    exampleInput([], {
      release: 'targeting',
      facts: {
        proxies: answered({
          warns: 0.7,
          blocks: 0.8,
          looked: isEnough ? [column] : [],
          tooFew: isEnough ? [] : [column],
          found:
            area === null
              ? []
              : [{ of: type, flags: [flag], by: ['purchase_amount'], way: 'alone', auc: area, low: area - 0.03 }],
        }),
      },
    });
  return {
    examples: [
      { name: 'another column tells it', input: input(0.86), verdict: 'block', code: 'stands-in' },
      { name: 'another column may tell it', input: input(0.74), verdict: 'warn', code: 'may-stand-in' },
      { name: 'no other column tells it', input: input(null), verdict: 'pass', code: 'no-stand-in' },
      {
        name: 'too few people to tell',
        input: input(null, false),
        verdict: 'warn',
        state: 'not-stated',
        code: 'too-few-to-tell',
      },
    ] satisfies GuardExample<StandInCode>[],
  };
};
