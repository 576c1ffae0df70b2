import { semanticTypeById } from '#shared/semantic-types/index.ts';
import type { SemanticType } from '#shared/semantic-types/semantic-type.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';
import { best, support, type ColumnState, type Hypothesis } from '../hypothesis.ts';
import type { TableContext } from './entity.ts';

/** Words with letters: what a name of a person, of a street or a handle is written with, however it is damaged. */
const worded = /\p{L}{3,}|^(?:\p{Lu}\.? ?){2,4}$|\p{Lu}\. ?\p{Lu}/u;
const digits = (value: string): number => value.replace(/\D/g, '').length;
/** One word before all numbers (`Firm_12`) names things by number. */
const twoWords = (value: string): boolean => /\p{L}{2,}\S* +\S*\p{L}{2,}/u.test(value);
const stem = (value: string): string => value.replace(/[\d_\W]+/gu, '').toLowerCase();

/** Of fewer different words nobody can say that they are damaged names and not a choice. */
const fewest = 4;

/**
 * Whether the values could be what the name says if they are damaged: as varied as it has to be, and not one word with
 * numbers behind it.
 */
function couldBe({ facts }: ColumnState, { class: of, accepts }: SemanticType): boolean {
  const linked = of === 'linked';
  const numbered = accepts.includes('integer') && !accepts.includes('text');
  if (linked && facts.uniqueness < 0.3) return false;
  if (facts.number) return facts.distinct > 1 && !(facts.number.min >= 1800 && facts.number.max <= 2100);
  if (facts.distinct < fewest) return false;
  const some = facts.values.slice(0, 100);
  if (numbered) return some.every((value) => digits(value) >= 6);
  return some.every((value) => worded.test(value)) && (some.every(twoWords) || new Set(some.map(stem)).size >= fewest);
}

/** What the name clearly says of a person and only a check of how the values are written denies. */
const denied = (column: ColumnState): Hypothesis | undefined =>
  [...column.hypotheses.values()]
    .filter(({ type, header, soft }) => {
      const known = semanticTypeById(type);
      return (
        soft === true &&
        header >= clear &&
        known?.category === 'personal' &&
        known.class !== 'non_pii' &&
        couldBe(column, known)
      );
    })
    .sort((left, right) => right.header - left.header)[0];

/** What a whole name gives, if only of one ambiguous word. */
const clear = 0.5;
/** Enough to lead where nothing else does; too little to go without a person's look. */
const barely = 0.4;

/**
 * Names with digits, initials, handles, damaged numbers: values that are not written as expected are no proof against a
 * clear name where the rows are persons and nothing else explains them.
 */
export function writtenOtherwiseRules(columns: readonly ColumnState[], table: TableContext): void {
  if (table.entity !== 'person') return;
  for (const column of columns) {
    const first = best(column);
    const claimed = denied(column);
    if (!claimed || (first && first !== claimed && (first.header > 0 || first.score >= barely))) continue;
    support(column, claimed.type, Math.max(0, (first?.score ?? 0) + 0.05 - claimed.score), {
      kind: 'header',
      detail: evidenceText.table.writtenOtherwise,
    });
    claimed.doubted = true;
  }
}
