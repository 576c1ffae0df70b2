import { qualityRules, type QualityCheck, type QualityDimension, type QualityRule } from '#shared/domain/quality.ts';
import { semanticTypeById } from '#shared/semantic-types/index.ts';
import { differing, filledRows, type CheckedColumn } from './checked-column.ts';
import { laterPairs, mayLieAhead } from './day-pairs.ts';
import { notationsOf } from './notations.ts';
import { numberTypes, validityWay } from './validity.ts';

/** The key of another dataset of the workspace: a column of which every row has its own value. */
export interface OtherKey {
  datasetId: string;
  dataset: string;
  column: string;
  type: string;
}

export interface ProposalTerms {
  columns: readonly CheckedColumn[];
  /** The day of the run (`YYYY-MM-DD`). */
  day: string;
  /** Share (0..1) from which on a check of the dimension has failed. */
  limitOf(dimension: QualityDimension): number;
  /** Days after which a row that nobody changed is old. */
  freshDays: number;
  others: readonly OtherKey[];
}

/** Nearly every filled row has its own value: the column names the rows. */
const keyFrom = 0.95;
/** Where fewer rows are filled, a column is taken for one that may be empty. */
const filledFrom = 0.75;

const keyTypes: ReadonlySet<string> = new Set([
  'customer_id',
  'user_id',
  'employee_id',
  'patient_id',
  'respondent_id',
  'person_id',
  'record_id',
  'order_id',
  'event_id',
]);
/** What a foreign key may be of. */
export const referringTypes: ReadonlySet<string> = new Set([...keyTypes, 'foreign_key', 'product_id']);

/** The key of a check by which runs are held against each other. */
export const checkId = (rule: QualityRule, columns: readonly string[]): string => `${rule}:${columns.join('+')}`;

type Proposal = Omit<QualityCheck, 'id' | 'limit'>;

const of = (rule: QualityRule, columns: readonly CheckedColumn[], over: Partial<Proposal> = {}): Proposal => ({
  rule,
  columns: columns.map(({ name }) => name),
  type: columns[0]!.finding.type,
  ...over,
});

const ofType = (columns: readonly CheckedColumn[], ...types: string[]): CheckedColumn[] =>
  columns.filter(({ finding }) => types.includes(finding.type));

export const isKey = (column: CheckedColumn): boolean =>
  keyTypes.has(column.finding.type) && filledRows(column) > 1 && differing(column) >= keyFrom;

/** Birth before this many years is nobody's who lives. */
const longestLife = 120;

function boundsOf({ finding, profile }: CheckedColumn, day: string): { low: number; high: number } | null {
  const isNumber = profile.numberMark === null && (profile.valueType === 'integer' || profile.valueType === 'decimal');
  if (!isNumber && !numberTypes.has(finding.type)) return null;
  const year = Number(day.slice(0, 4));
  if (finding.type === 'birth_year') return { low: year - longestLife, high: year };
  const range = semanticTypeById(finding.type)?.range;
  if (range !== undefined) return { low: range[0], high: range[1] };
  return /(^|_)count$/.test(finding.type) ? { low: 0, high: Number.MAX_SAFE_INTEGER } : null;
}

/** Checks of one column by itself. */
function ofColumn(column: CheckedColumn, { day }: ProposalTerms): Proposal[] {
  const { finding, profile, isDate } = column;
  const filled = filledRows(column);
  if (filled === 0) return [];
  const personal = finding.class !== 'non_pii' || isKey(column);
  const bounds = boundsOf(column, day);
  return [
    ...(personal && filled >= filledFrom * profile.rows ? [of('filled', [column])] : []),
    ...(validityWay(column) === null ? [] : [of('valid', [column])]),
    ...(notationsOf(column) === null ? [] : [of('one-notation', [column])]),
    ...(bounds === null ? [] : [of('bounds', [column], bounds)]),
    ...(isDate && !mayLieAhead(column) ? [of('not-future', [column])] : []),
  ];
}

/** Checks that hold columns against each other. */
function across(columns: readonly CheckedColumn[]): Proposal[] {
  const filled = columns.filter((column) => filledRows(column) > 0);
  const [birth] = ofType(filled, 'date_of_birth');
  const [country] = ofType(filled, 'country');
  const [region] = ofType(filled, 'state_region');
  const [city] = ofType(filled, 'city');
  const [postcode] = ofType(filled, 'postal_code');
  const pair = (rule: QualityRule, one: CheckedColumn | undefined, other: CheckedColumn | undefined): Proposal[] =>
    one === undefined || other === undefined ? [] : [of(rule, [one, other])];
  return [
    ...ofType(filled, 'age', 'age_group').flatMap((age) => pair('of-age', age, birth)),
    ...pair('same-place', city, region),
    ...pair('same-place', city, country),
    ...pair('same-place', region, country),
    ...pair('postcode-of-country', postcode, country),
    ...laterPairs(filled).map((two) => of('in-order', two)),
  ];
}

/** Sets of columns by which two rows are about the same person; only where a row is a person. */
function samePerson(columns: readonly CheckedColumn[]): Proposal[] {
  const key = columns.find(isKey);
  const email = ofType(columns, 'email_address').find((column) => filledRows(column) > 1);
  const rowsArePeople = key !== undefined || (email !== undefined && differing(email) >= keyFrom);
  if (!rowsArePeople) return [];
  const [birth] = ofType(columns, 'date_of_birth');
  const [full] = ofType(columns, 'full_name');
  const names = full === undefined ? [...ofType(columns, 'first_name'), ...ofType(columns, 'last_name')] : [full];
  return [
    ...ofType(columns, 'email_address', 'national_id')
      .filter((column) => filledRows(column) > 0)
      .map((column) => of('same-person', [column])),
    ...(birth === undefined || names.length === 0 ? [] : [of('same-person', [...names, birth])]),
  ];
}

function freshness(columns: readonly CheckedColumn[], days: number): Proposal[] {
  const dated = columns.filter(
    (column) =>
      column.isDate && filledRows(column) > 0 && !/birth|death/.test(column.finding.type) && !mayLieAhead(column),
  );
  return dated.length === 0 ? [] : [of('fresh', dated, { type: '', days })];
}

/** What points at rows of another dataset; the first key of a table names its own rows. */
function references(columns: readonly CheckedColumn[], others: readonly OtherKey[]): Proposal[] {
  const own = columns.find(isKey);
  return columns
    .filter((column) => referringTypes.has(column.finding.type) && column !== own && filledRows(column) > 0)
    .flatMap((column) => {
      const named = others.filter(({ column: name }) => name.toLowerCase() === column.name.toLowerCase());
      const alike = others.filter(({ type }) => type === column.finding.type);
      const [other] = named.length > 0 ? named : alike;
      if (other === undefined) return [];
      const { datasetId, dataset, column: theirs } = other;
      return [of('refers', [column], { refers: { datasetId, dataset, column: theirs } })];
    });
}

/**
 * What to check of a table, from what its columns hold. A check rests on a type of column, on how full or how different
 * a column is, or on two columns that must agree; it is for a person to leave out what does not hold for their data.
 */
export function proposeChecks(terms: ProposalTerms): QualityCheck[] {
  const { columns, limitOf, freshDays, others } = terms;
  const referring = references(columns, others);
  const pointing = new Set(referring.flatMap((proposal) => proposal.columns));
  const all = [
    ...columns.flatMap((column) => ofColumn(column, terms)),
    ...columns.filter((column) => isKey(column) && !pointing.has(column.name)).map((column) => of('key', [column])),
    ...samePerson(columns),
    ...across(columns),
    ...freshness(columns, freshDays),
    ...referring,
  ];
  return all.map((proposal) => ({
    id: checkId(proposal.rule, proposal.columns),
    ...proposal,
    limit: limitOf(qualityRules[proposal.rule]),
  }));
}
