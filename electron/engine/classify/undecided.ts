import { semanticTypeById } from '#shared/semantic-types/index.ts';
import { typeSet } from '#shared/semantic-types/type-set.ts';
import type { Finding } from '#shared/domain/finding.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';
import { tableNotesText } from '#shared/text/engine/table-notes.ts';
import { best, type ColumnState } from './hypothesis.ts';
import { isForeign, type TableContext } from './table-pass/index.ts';

/** Types that say what shape the values have, and nothing of whose or what they are. */
const shapes = typeSet(
  'unknown',
  'numeric_metric',
  'boolean_flag',
  'date_event',
  'timestamp',
  'year',
  'record_id',
  'foreign_key',
  'hashed_value',
  'technical_attribute',
  'free_text',
  'json_blob',
  // Known only as the answer to some question, or to one of many: what was asked nobody has understood.
  'survey_answer',
);
/** What the rows are speaks for a column that nothing names: goods, businesses and sums of a place have no person. */
const ofNobody: readonly TableContext['entity'][] = ['thing', 'business', 'aggregate'];
/** No more certain than this, less so where the table's names are not understood, however its columns look. */
const atMost = { understood: 0.88, foreign: 0.85 };

/** From here on confidences are drawn together below the most, so that the surer of two columns stays the surer. */
const drawnFrom = 0.8;
const drawn = (confidence: number, most: number): number =>
  confidence <= drawnFrom
    ? confidence
    : Math.round(1000 * (drawnFrom + ((confidence - drawnFrom) * (most - drawnFrom)) / (1 - drawnFrom))) / 1000;

/** What a reader should know of the table as a whole. */
export const tableNotes = (table: TableContext): string[] =>
  isForeign(table) ? [tableNotesText.namesNotUnderstood(table.namesUnderstood, table.names)] : [];

/** A date whose name clearly speaks of a thing: `advertising_id_first_seen` is when that was. */
const ofThing = ({ hypotheses }: ColumnState): boolean =>
  [...hypotheses.values()].some(
    ({ type, header, lone }) => header >= 0.8 && lone !== true && semanticTypeById(type)?.class === 'non_pii',
  );

/**
 * Marks a column that only the lack of a word makes non-PII: its name says nothing that is understood, its values have
 * a shape and no meaning, and the rows may be about persons. Numbers as well as texts. The class stays the best guess.
 */
export function markUndecided(finding: Finding, column: ColumnState, table: TableContext): Finding {
  const { facts } = column;
  const first = best(column);
  const settled =
    finding.class !== 'non_pii' ||
    finding.flags.includes('online_identifier') ||
    // Names and addresses were read in it: that is known, and stands in the way of a release by itself.
    finding.flags.includes('free_text_pii') ||
    !shapes.has(finding.type) ||
    column.told === finding.type ||
    facts.kinds.has('empty') ||
    facts.distinct < 2 ||
    (finding.type === 'timestamp' && facts.number === null) ||
    (facts.date !== null && ofThing(column)) ||
    (ofNobody.includes(table.entity) && !isForeign(table)) ||
    (first !== undefined &&
      first.type === finding.type &&
      first.header > 0 &&
      first.lone !== true &&
      // As near to a name that somebody has.
      column.near?.personal !== true &&
      (!facts.header.vague || facts.date !== null));
  if (settled) return finding;
  return {
    ...finding,
    undecided: true,
    needsReview: true,
    confidence: drawn(finding.confidence, isForeign(table) ? atMost.foreign : atMost.understood),
    evidence: [...finding.evidence, { kind: 'shape', detail: evidenceText.undecided }],
  };
}
