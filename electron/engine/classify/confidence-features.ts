import { typeSet } from '#shared/semantic-types/type-set.ts';
import { semanticTypeById } from '#shared/semantic-types/index.ts';
import type { TableContext } from './table-pass/index.ts';
import type { ColumnState, Hypothesis } from './hypothesis.ts';

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
/** Nobody can say from these names what the column is. */
const untold = typeSet('unknown', 'person_attribute', 'technical_attribute');
/** Names as statistics programs keep them (`RIDRETH3`): where none is understood they say as little as no name. */
const cryptic = /^[A-Z][A-Z0-9_]{2,9}$/;
/** Scores beyond these say nothing more. */
const most = { header: 1.2, score: 1.6, rival: 1.6 };

const flag = (holds: boolean): number => (holds ? 1 : 0);

/** What speaks for and against a finding, by name; each between 0 and about 1.6. */
export const confidenceFeatures = [
  'header',
  'score',
  'rival',
  'passed',
  'proven',
  'shapeAlone',
  'aroundAlone',
  'contradicted',
  'noName',
  'unknownName',
  'crypticName',
  'personalAround',
  'shapeAmongPersonal',
  'shapeUnknownName',
  'nonPii',
  'moment',
  'number',
  'question',
  'toldBySystem',
  'fewRows',
  'nearPersonal',
  'nearHarmless',
  'untold',
  'guessed',
  'unproven',
  'constantOrEmpty',
  'fewValues',
  'harmlessByShape',
  'harmlessByNeighbours',
  'harmlessUnknownName',
  'harmlessAmongPersonal',
  'understood',
  'personalNotUnderstood',
  'personalRowsUnknown',
  'harmlessOfPersons',
  'numbering',
  'untoldYesNo',
  'untoldAfterPersonal',
  'untoldAfterHarmless',
] as const;

const classOf = (hypothesis: Hypothesis): string => semanticTypeById(hypothesis.type)?.class ?? 'non_pii';

/** What the rows of a table are, and how many of its names are understood. */
export type RowsAndNames = Pick<TableContext, 'personalAmongAll' | 'entity' | 'names' | 'namesUnderstood'>;

const noUntold = [0, 0, 0];

/**
 * Of a column whose name nobody knows and that is called non-PII: yes and no are seldom personal, and columns of one
 * kind stand together.
 */
const untoldFeatures = ({ facts, after }: ColumnState): number[] => [
  flag(facts.kinds.has('boolean')),
  flag(after?.personal === true),
  flag(after?.personal === false),
];

/** The features of a column's leading hypothesis, in the order of `confidenceFeatures`. Pure. */
export function featuresOf(
  column: ColumnState,
  first: Hypothesis | undefined,
  { personalAmongAll, entity, names, namesUnderstood }: RowsAndNames,
): number[] {
  const { facts } = column;
  const { header } = facts;
  const all = [...column.hypotheses.values()];
  const rivals = first === undefined ? [] : all.filter((other) => classOf(other) !== classOf(first));
  const rival = Math.max(0, ...rivals.map(({ score }) => score));
  const strength = first && semanticTypeById(first.type)?.columnRule?.strength;
  const shapeAlone = first === undefined || (shapes.has(first.type) && first.header === 0 && first.score < 0.55);
  const named = all.some((hypothesis) => hypothesis.header > 0);
  const unknownName = !header.mute && !named;
  const aroundAlone = !shapeAlone && first?.header === 0 && first.share < 0.3;
  const harmless = first === undefined || classOf(first) === 'non_pii';
  const understood = names === 0 ? 1 : namesUnderstood / names;
  return [
    Math.min(first?.header ?? 0, most.header),
    Math.min(first?.score ?? 0, most.score),
    Math.min(rival, most.rival),
    first?.share ?? 0,
    flag(strength !== undefined && strength !== 'shape' && (first?.share ?? 0) >= 0.5),
    flag(shapeAlone),
    flag(aroundAlone),
    flag(all.some((hypothesis) => hypothesis.vetoed && hypothesis.header >= 0.5)),
    flag(header.mute),
    flag(unknownName),
    flag(unknownName && cryptic.test(header.text)),
    personalAmongAll,
    shapeAlone ? personalAmongAll : 0,
    flag(shapeAlone && unknownName),
    flag(harmless),
    flag(facts.date?.hasTime === true),
    flag(facts.number !== null),
    flag(header.question),
    flag(column.told !== undefined && column.told === first?.type),
    flag(facts.rows < 20),
    column.near?.personal === true ? column.near.closeness : 0,
    column.near?.personal === false ? column.near.closeness : 0,
    flag(first === undefined || untold.has(first.type)),
    flag(first !== undefined && classOf(first) !== 'non_pii' && first.header === 0 && first.score < 0.5),
    flag(first?.unproven === true),
    flag(facts.kinds.has('empty') || facts.distinct <= 1),
    flag(facts.distinct > 1 && facts.distinct <= 6),
    flag(harmless && shapeAlone),
    flag(harmless && aroundAlone),
    flag(harmless && unknownName),
    harmless && !shapeAlone ? personalAmongAll : 0,
    understood,
    harmless ? 0 : 1 - understood,
    flag(!harmless && entity === 'other'),
    flag(harmless && entity === 'person'),
    flag(first?.type === 'row_index'),
    ...(harmless && shapeAlone && !header.mute ? untoldFeatures(column) : noUntold),
  ];
}
