import type { ColumnCategory, ColumnClass, ColumnFlag } from '#shared/domain/column-class.ts';
import type { Finding } from '#shared/domain/finding.ts';
import { semanticTypeById } from '#shared/semantic-types/index.ts';
import { confidenceOf } from './confidence.ts';
import { ranked, type ColumnState } from './hypothesis.ts';

/** Confidence below which a person should look; also whenever the two leading types are of different classes and close. */
const reviewBelow = 0.75;
const closeMargin = 0.15;

const unknownType: { class: ColumnClass; category: ColumnCategory; flags: readonly ColumnFlag[] } = { class: 'non_pii', category: 'other', flags: [] };

/** Turns the leading hypothesis into a finding, before flags of the content and the policy. */
export function decideFinding(column: ColumnState): Finding {
  const [first, second] = ranked(column);
  const type = first ? semanticTypeById(first.type) : undefined;
  const { class: columnClass, category, flags } = type ?? unknownType;
  const runnerUp = second && second.score > 0.15 ? second : undefined;
  const runnerUpClass = runnerUp ? (semanticTypeById(runnerUp.type) ?? unknownType).class : columnClass;
  const confidence = confidenceOf(column, first, runnerUp, runnerUpClass === columnClass);
  const close = runnerUp !== undefined && first !== undefined && runnerUpClass !== columnClass && first.score - runnerUp.score < closeMargin;
  return {
    name: column.facts.name, class: columnClass, category, type: first?.type ?? 'unknown', flags: [...flags], confidence,
    needsReview: confidence < reviewBelow || close, runnerUp: runnerUp?.type ?? null, evidence: first?.evidence ?? [], notes: [],
  };
}
