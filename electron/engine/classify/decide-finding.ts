import { typeSet } from '#shared/semantic-types/type-set.ts';
import type { ColumnCategory, ColumnClass, ColumnFlag } from '#shared/domain/column-class.ts';
import type { Finding } from '#shared/domain/finding.ts';
import { semanticTypeById } from '#shared/semantic-types/index.ts';
import type { RowsAndNames } from './confidence-features.ts';
import { confidenceOf, reviewBelow } from './confidence.ts';
import { ranked, type ColumnState, type Hypothesis } from './hypothesis.ts';

/** What a lone word in a name is worth at most: that it speaks of a person is asked. */
const loneAtMost = { harmless: 0.89, personal: 0.88 };
const doubtedAtMost = 0.6;
/** What a name gives of which every word is the type's (`HeaderMatch`). */
const whollyNamed = 1;
/** Nobody can say from these names what the column is. */
const untold = typeSet('unknown', 'person_attribute', 'technical_attribute');

const unknownType: { class: ColumnClass; category: ColumnCategory; flags: readonly ColumnFlag[] } = {
  class: 'non_pii',
  category: 'other',
  flags: [],
};

/** Called personal by the columns around it alone, neither its name nor its values proving it. */
const guessed = (first: Hypothesis | undefined, columnClass: ColumnClass): boolean =>
  first !== undefined && columnClass !== 'non_pii' && first.header === 0 && first.score < 0.5;

/** A check knows the values of what the name says, and these are none: the word has another sense here (`cím`). */
const noneAgrees = ({ type, share }: Hypothesis): boolean =>
  share === 0 && semanticTypeById(type)?.class === 'linked' && semanticTypeById(type)?.valueCheck !== undefined;

/**
 * The name is the type's own words and nothing else, and the values go with it: few rows are no reason to ask. But
 * whether a town or a coordinate is a person's is said by the rows alone, and not where nobody knows what they are.
 */
const saidByName = (first: Hypothesis | undefined, { entity }: RowsAndNames): boolean =>
  first !== undefined &&
  !(entity === 'other' && semanticTypeById(first.type)?.class === 'linkable') &&
  !noneAgrees(first) &&
  first.header >= whollyNamed &&
  first.score >= first.header &&
  !first.vetoed &&
  first.lone !== true &&
  first.doubted !== true;

/** Turns the leading hypothesis into a finding, before flags of the content and the policy. */
export function decideFinding(column: ColumnState, table: RowsAndNames): Finding {
  const [first, second] = ranked(column);
  const type = first ? semanticTypeById(first.type) : undefined;
  const { class: columnClass, category, flags } = type ?? unknownType;
  const runnerUp = second && second.score > 0.15 ? second : undefined;
  const sure = confidenceOf(column, first, table);
  // One word of several, no value agreeing, may mean something else here.
  const lone = first?.lone === true && first.score <= first.header;
  const confidence =
    first?.doubted === true
      ? Math.min(sure, doubtedAtMost)
      : lone
        ? Math.min(sure, columnClass === 'non_pii' ? loneAtMost.harmless : loneAtMost.personal)
        : sure;
  return {
    name: column.facts.name,
    class: columnClass,
    category,
    type: first?.type ?? 'unknown',
    flags: [...flags],
    confidence,
    needsReview:
      (sure < reviewBelow && !saidByName(first, table)) ||
      (lone && columnClass !== 'non_pii') ||
      first?.doubted === true ||
      first?.unproven === true ||
      guessed(first, columnClass) ||
      (untold.has(first?.type ?? 'unknown') && column.told !== first?.type),
    runnerUp: runnerUp?.type ?? null,
    evidence: first?.evidence ?? [],
    notes: [],
  };
}
