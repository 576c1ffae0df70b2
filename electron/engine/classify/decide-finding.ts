import type { ColumnCategory, ColumnClass, ColumnFlag } from '#shared/domain/column-class.ts';
import type { Finding } from '#shared/domain/finding.ts';
import { semanticTypeById } from '#shared/semantic-types/index.ts';
import { confidenceOf } from './confidence.ts';
import { ranked, type ColumnState } from './hypothesis.ts';

/** Confidence below which a person should look. */
const reviewBelow = 0.89;
/** Nobody can say from these names what the column is. */
const untold = new Set(['unknown', 'person_attribute', 'technical_attribute']);

const unknownType: { class: ColumnClass; category: ColumnCategory; flags: readonly ColumnFlag[] } = { class: 'non_pii', category: 'other', flags: [] };

/** Turns the leading hypothesis into a finding, before flags of the content and the policy. */
export function decideFinding(column: ColumnState): Finding {
  const [first, second] = ranked(column);
  const type = first ? semanticTypeById(first.type) : undefined;
  const { class: columnClass, category, flags } = type ?? unknownType;
  const runnerUp = second && second.score > 0.15 ? second : undefined;
  const confidence = confidenceOf(column, first, runnerUp);
  return {
    name: column.facts.name, class: columnClass, category, type: first?.type ?? 'unknown', flags: [...flags], confidence,
    needsReview: confidence < reviewBelow || untold.has(first?.type ?? 'unknown'), runnerUp: runnerUp?.type ?? null, evidence: first?.evidence ?? [], notes: [],
  };
}
