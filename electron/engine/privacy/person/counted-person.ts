import { typeSet } from '#shared/semantic-types/type-set.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import type { MeasuredColumn } from '#engine/privacy/measure/classes.ts';
import { personColumn } from './person-column.ts';
import { personInStep } from './person-in-step.ts';

/** Types that say where, not who: a code of the place comes in step with them and is no person. */
const places = typeSet(
  'city',
  'postal_code',
  'county',
  'state_region',
  'country',
  'latitude',
  'longitude',
  'geo_coordinates',
);

/**
 * Types that say nothing of what a column is: any of them can be a number that the file's maker gave to each person.
 */
const untold = typeSet('unknown', 'person_attribute', 'record_id', 'row_index', 'foreign_key', 'free_text');

/**
 * What is known of people in a file, so that a column that repeats in step with it can be found: linkable columns whose
 * meaning is known.
 */
export function inStepBasis(findings: readonly Finding[], columns: readonly SourceColumn[]): MeasuredColumn[] {
  const known = new Set(
    findings.filter(({ class: kind, type }) => kind === 'linkable' && !untold.has(type)).map(({ name }) => name),
  );
  return columns
    .filter(({ name }) => known.has(name))
    .map(({ name, physical }) => ({ name, sql: quoteIdentifier(physical) }));
}

/**
 * The source column by which a release counts people: one whose type names a person, else one whose values repeat in
 * step with what is known of people, whatever it is called. Two columns have to agree, one of them about more than a
 * place. Whether it really counts people (its values repeat, half of the rows have one) is for `countsPeople` to say.
 * Null: rows are counted.
 */
export async function countedPerson(
  source: { duck: Duck; relation: string; columns: readonly SourceColumn[] },
  findings: readonly Finding[],
): Promise<SourceColumn | null> {
  const typed = personColumn(findings);
  if (typed !== null) return source.columns.find(({ name }) => name === typed) ?? null;
  const basis = inStepBasis(findings, source.columns);
  const typeOf = new Map(findings.map(({ name, type }) => [name, type]));
  if (basis.length < 2 || basis.every(({ name }) => places.has(typeOf.get(name) ?? ''))) return null;
  return (await personInStep(source.duck, source.relation, basis, source.columns))?.column ?? null;
}
