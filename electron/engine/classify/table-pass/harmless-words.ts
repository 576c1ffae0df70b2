import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import { harmlessWord, type HarmlessKind } from '#shared/semantic-types/harmless-words/index.ts';
import { specialWords } from '#shared/semantic-types/special-words/index.ts';
import { typeSet } from '#shared/semantic-types/type-set.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';
import { best, type ColumnState } from '../hypothesis.ts';
import { wordsInName } from '../name-holds.ts';
import type { TableContext } from './entity.ts';

/** What a column is called of which nothing but the shape of its values is known. */
const shapes = typeSet('unknown', 'numeric_metric', 'boolean_flag', 'record_id', 'technical_attribute');
/** A name or a value that anything stronger speaks for is not looked at. */
const weak = 0.5;
/** Columns about health from which a visit is one to a doctor, and what somebody took is a remedy. */
const aboutHealth = 2;
const worth = 0.6;

/** What such a column is, by the shape of its values: yes and no, figures, a few words or many. */
function typeOf(kind: HarmlessKind, { kinds, number, distinct }: ColumnState['facts']): SemanticTypeId {
  if (kind === 'taste') return 'preference';
  if (kind === 'measured') return 'numeric_metric';
  if (kinds.has('boolean'))
    return kind === 'bought' ? 'conversion_flag' : kind === 'used' ? 'activity_flag' : 'boolean_flag';
  if (number) return kind === 'bought' ? 'purchase_count' : kind === 'used' ? 'usage_metric' : 'numeric_metric';
  if (kind === 'used') return 'event_name';
  return distinct > few ? 'product_name' : 'product_category';
}
const few = 20;

/**
 * A name that no phrase is in may hold a word for a taste, a thing, or for what somebody bought: then it is that, and no
 * fact left over of the person who stands in the row.
 */
export function harmlessWordRules(columns: readonly ColumnState[], table: TableContext): void {
  for (const column of columns) {
    const { header, kinds, date } = column.facts;
    const first = best(column);
    if (header.mute || header.question || date || kinds.has('empty') || kinds.has('long_text')) continue;
    if (!first || !shapes.has(first.type) || first.score >= weak || first.header > 0) continue;
    const found = harmlessWord(header.tokens);
    if (!found || specialWords(header.tokens).length > 0) continue;
    if (found.kind === 'used' && table.healthColumns >= aboutHealth) continue;
    const type = typeOf(found.kind, column.facts);
    const detail = evidenceText.table.harmlessWord(wordsInName(header.text, found.word) ?? found.word, found.kind);
    const known = column.hypotheses.get(type);
    column.hypotheses.set(type, {
      type,
      share: 0,
      vetoed: false,
      ...known,
      score: Math.max(worth, first.score + 0.1),
      header: worth,
      lone: header.tokens.length > 1,
      phrase: found.word,
      evidence: [...(known?.evidence ?? []), { kind: 'header', detail }],
    });
  }
}
