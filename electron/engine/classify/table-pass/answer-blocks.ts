import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import { best, silent, support, type ColumnState } from '../hypothesis.ts';
import { semanticTypeById } from '#shared/semantic-types/index.ts';
import { specialFlags } from '#shared/policy/index.ts';
import type { TableContext } from './entity.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';

/** Neighbouring columns with the same few whole numbers make a block from this many on. */
const smallestBlock = 6;
const listOfTopics = 15;
const ofNobody: readonly TableContext['entity'][] = ['aggregate', 'business', 'thing'];

/** Steps of a scale follow each other; of the codes 1, 2 and 9 the last is no step. */
const inSteps = ({ values, number }: ColumnState['facts']): boolean =>
  values.length >= 0.7 * ((number?.max ?? 0) - (number?.min ?? 0) + 1);

const likert = (column: ColumnState): boolean => {
  const { number, distinct } = column.facts;
  return (
    number !== null &&
    number.whole &&
    inSteps(column.facts) &&
    distinct >= 3 &&
    distinct <= 11 &&
    ((number.min >= 0 && number.min <= 1 && number.max >= 3 && number.max <= 10) ||
      (number.min < 0 && number.max > 0 && number.max <= 3 && number.min >= -3))
  );
};
const counts = (column: ColumnState): boolean => {
  const { number, rows } = column.facts;
  return (
    number !== null &&
    number.whole &&
    rows >= 100 &&
    number.min === 0 &&
    number.zeroShare >= 0.4 &&
    number.median <= 1 &&
    number.max >= 2 &&
    number.max < 1000
  );
};

/**
 * In a block of like columns (ratings 1–5, or counts of words) a header's everyday word is what is rated or counted,
 * not what the person is.
 */
export function answerBlockRules(columns: readonly ColumnState[], table: TableContext): void {
  for (const [test, type, because] of [
    [likert, 'preference', evidenceText.table.sameScale],
    [counts, 'interest_keyword_count', evidenceText.table.mostlyZero],
  ] as const) {
    // What is counted in places and of goods are things.
    if (type === 'interest_keyword_count' && ofNobody.includes(table.entity)) continue;
    let start = 0;
    while (start < columns.length) {
      let end = start;
      let misses = 0;
      // Up to two other columns may stand in between.
      for (let at = start; at < columns.length && misses <= 2; at += 1) {
        const column = columns[at];
        if (column && test(column)) {
          end = at + 1;
          misses = 0;
        } else misses += 1;
      }
      const from = start;
      start = Math.max(end, start + 1);
      const alike = columns.slice(from, end).filter(test);
      // Coded facts have as many codes as they need; the answers of a block share one scale.
      const block = type === 'preference' ? ofOneScale(alike) : alike;
      if (block.length < smallestBlock) continue;
      // Numbered questions tell nothing of the named columns among them: those are what they are called.
      const numbered = block.filter(({ facts }) => facts.header.mute).length >= block.length / 3;
      // A long list of topics is rated topic by topic; in a short one each column is asked for itself.
      const facts = type === 'preference' && block.length < listOfTopics;
      for (const column of block) if (!numbered || silent(column)) inBlock(column, type, because, facts);
    }
  }
}

/** The columns with the most common top of the scale. */
function ofOneScale(columns: readonly ColumnState[]): ColumnState[] {
  const tops = new Map<number, ColumnState[]>();
  for (const column of columns)
    tops.set(column.facts.number?.max ?? 0, [...(tops.get(column.facts.number?.max ?? 0) ?? []), column]);
  return [...tops.values()].sort((left, right) => right.length - left.length)[0] ?? [];
}

/** A header from which its word is what is asked. */
const clear = 0.6;
const protectedFlags = new Set<string>(specialFlags);

/** Traits of character and words like "satisfaction" are still what they say; personal facts become what is rated. */
function inBlock(column: ColumnState, type: SemanticTypeId, because: string, facts: boolean): void {
  const first = best(column);
  const known = first && first.score >= 0.45 ? semanticTypeById(first.type) : undefined;
  if (
    known &&
    (known.category === 'attitudinal' ||
      known.id === 'health_behavior' ||
      known.id === 'rating' ||
      known.id.endsWith('id'))
  )
    return;
  if (known && known.category !== 'personal' && first && first.header > 0.9) return;
  // What the law protects stays what the name says, on whatever scale it is answered.
  if (facts && first && first.header >= clear && known?.flags.some((flag) => protectedFlags.has(flag))) {
    first.evidence.push({ kind: 'neighbour', detail: because });
    return;
  }
  support(column, type, (first?.score ?? 0) + 0.25, { kind: 'neighbour', detail: because });
}

/** So many make a questionnaire; the scale of its items rises from 0 or 1, or lies around 0. */
const fewestItems = 3;
const numberedName = /^(.*\D)\d{1,3}[a-z]?$/i;

/** `PYT_1`, `PYT_2`, `PYT_3` on one scale: items of a questionnaire, whatever the word before the number is. */
export function numberedItemRules(columns: readonly ColumnState[]): void {
  const families = new Map<string, ColumnState[]>();
  for (const column of columns) {
    const { header, number } = column.facts;
    const stem = header.itemOf ?? (header.mute ? undefined : numberedName.exec(header.text)?.[1]);
    if (stem === undefined || !silent(column) || !number?.whole || !inSteps(column.facts)) continue;
    // A fact that a form merely numbers is no answer: ages and codes have steps of their own.
    if (header.itemOf !== undefined && (best(column)?.score ?? 0) >= 0.45) continue;
    const rising = (number.min === 0 || number.min === 1) && number.max >= 3 && number.max <= 10;
    const around = number.min === -number.max && number.max >= 1 && number.max <= 5;
    if (!rising && !around) continue;
    const family = `${stem} ${number.max}`;
    families.set(family, [...(families.get(family) ?? []), column]);
  }
  for (const items of families.values())
    if (items.length >= fewestItems)
      for (const item of items)
        support(item, 'survey_answer', (best(item)?.score ?? 0) + 0.1, {
          kind: 'neighbour',
          detail: evidenceText.table.numberedItems,
        });
}
