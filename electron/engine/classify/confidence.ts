import { typeSet } from '#shared/semantic-types/type-set.ts';
import { semanticTypeById } from '#shared/semantic-types/index.ts';
import type { TableContext } from './table-pass/index.ts';
import type { ColumnState, Hypothesis } from './hypothesis.ts';

/**
 * Share of columns whose class was right, by what spoke for it; counted on labelled public tables with and without
 * their headers (scripts/score-benchmark.mjs prints the calibration) and rounded down, because new sources are harder
 * than the known ones.
 */
const rightWhen = {
  certain: 0.99,
  strong: 0.99,
  good: 0.97,
  fair: 0.93,
  shapeWithHeader: 0.88,
  around: 0.87,
  aroundFew: 0.78,
  shapeAlone: 0.83,
  shapeAmongUnknown: 0.75,
};
/** Scores from which a hypothesis counts as strong or good, and what a near rival of another class costs. */
const strongFrom = 0.85;
const goodFrom = 0.55;
const rivalWithin = 0.15;
const rivalCosts = 0.12;
/**
 * Shares of a table's columns known to be personal from which the others can be told by them; in a table of bare codes
 * nothing can be told from shapes.
 */
const manyPersonal = 0.2;
const anyPersonal = 0.1;

/** Names as statistics programs keep them (`RIDRETH3`): where none is understood they say as little as no name. */
const cryptic = /^[A-Z][A-Z0-9_]{2,9}$/;

/** Types that only say what shape the values have. */
const shapes = typeSet(
  'boolean_flag',
  'timestamp',
  'date_event',
  'year',
  'row_index',
  'record_id',
  'numeric_metric',
  'free_text',
  'technical_attribute',
  'json_blob',
  'unknown',
);

/**
 * Confidence (0..1) that the class is right: from how much speaks for the leading type, and how near the next one of
 * another class is.
 */
export function confidenceOf(
  column: ColumnState,
  first: Hypothesis | undefined,
  second: Hypothesis | undefined,
  table: Pick<TableContext, 'personalAmongAll'>,
): number {
  const { facts } = column;
  if (!first) return rightWhen.shapeAlone;
  if (facts.kinds.has('empty')) return rightWhen.certain;
  const shapeOnly = shapes.has(first.type) && first.header === 0 && first.score < goodFrom;
  if (shapeOnly && first.type === 'timestamp') return rightWhen.good;
  // Neither its name nor its values speak for it: only the columns around it do.
  const aroundOnly = !shapeOnly && first.header === 0 && first.share < 0.3 && first.score < strongFrom;
  const base = aroundOnly
    ? table.personalAmongAll >= manyPersonal
      ? rightWhen.around
      : rightWhen.aroundFew
    : shapeOnly
      ? !facts.header.mute && !(cryptic.test(facts.header.text) && table.personalAmongAll < manyPersonal)
        ? rightWhen.shapeWithHeader
        : table.personalAmongAll >= anyPersonal
          ? rightWhen.shapeAlone
          : rightWhen.shapeAmongUnknown
      : first.score >= strongFrom
        ? rightWhen.strong
        : first.score >= goodFrom
          ? rightWhen.good
          : rightWhen.fair;
  const rival =
    second !== undefined &&
    semanticTypeById(second.type)?.class !== semanticTypeById(first.type)?.class &&
    first.score - second.score < rivalWithin &&
    second.header > 0;
  return Math.round((rival ? base - rivalCosts : base) * 100) / 100;
}
