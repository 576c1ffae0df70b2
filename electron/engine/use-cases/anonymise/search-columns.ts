import { Failure } from '#shared/contract/failure.ts';
import { isMissing } from '#shared/domain/class-values.ts';
import { anonymiseText as text } from '#shared/text/engine/anonymise.ts';
import type { CodedHierarchy } from '#engine/anonymise/coded/coded-hierarchy.ts';
import type { SearchColumn } from '#engine/anonymise/lattice/column-levels.ts';
import type { AskedAnonymise } from './asked-anonymise.ts';
import type { LoadedColumns } from './load-columns.ts';

/** Levels are held in a byte each. */
const mostLevels = 250;

/**
 * The columns of the search with the levels and weights that were asked for.
 * @throws Failure WRONG_USAGE for a limit of a column that is no quasi-identifier, and for a level that there is not
 */
export function searchColumns(
  { qi }: LoadedColumns,
  hierarchies: readonly CodedHierarchy[],
  { limits }: AskedAnonymise,
): SearchColumn[] {
  for (const { column, least, most } of limits)
    if (!qi.columns.some(({ name }) => name === column))
      throw new Failure('WRONG_USAGE', text.notAQi(optionOf(least, most), column));
  return qi.columns.map((column, at) => {
    const hierarchy = hierarchies[at]!;
    const height = hierarchy.levels.length - 1;
    if (height > mostLevels) throw new Failure('WRONG_USAGE', text.tooManyLevels(column.name));
    const own = limits.filter((limit) => limit.column === column.name);
    const least = own.findLast((limit) => limit.least !== undefined)?.least ?? 0;
    const most = own.findLast((limit) => limit.most !== undefined)?.most ?? height;
    if (least > height) throw new Failure('WRONG_USAGE', text.noLevel('--min-level', column.name, least, height));
    if (most > height) throw new Failure('WRONG_USAGE', text.noLevel('--max-level', column.name, most, height));
    if (least > most) throw new Failure('WRONG_USAGE', text.crossed(column.name));
    const weight = own.findLast((limit) => limit.weight !== undefined)?.weight ?? 1;
    return { column, hierarchy, least, most, weight };
  });
}

const optionOf = (least: number | undefined, most: number | undefined): string =>
  least !== undefined ? '--min-level' : most !== undefined ? '--max-level' : '--weight';

/**
 * Refuses before any search what no levels can reach.
 * @throws Failure FILE_EMPTY; TARGET_MISSED where k is larger than the file, and where a protected column is constant or
 *   has fewer values than every class is to have
 */
export function requirePossible(
  file: string,
  { k, models, person }: AskedAnonymise,
  { qi, guarded }: LoadedColumns,
): void {
  if (qi.rows === 0) throw new Failure('FILE_EMPTY', text.noRows(file));
  if (k > qi.rows) throw new Failure('TARGET_MISSED', text.tooFewRows(file, qi.rows, k));
  const wanted = models.find(({ id }) => id === 'distinct-l-diversity')?.settings.l;
  for (const { name, values } of guarded.columns) {
    const there = values.filter((value) => !isMissing(value)).length;
    if (name === person) {
      if (k > there) throw new Failure('TARGET_MISSED', text.tooFewPeople(name, there, k));
      continue;
    }
    if (there < 2) throw new Failure('TARGET_MISSED', text.constant(name));
    if (typeof wanted === 'number' && wanted > there)
      throw new Failure('TARGET_MISSED', text.tooFewValues(name, there));
  }
}
