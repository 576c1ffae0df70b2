import type { MadeElsewhere } from '#shared/domain/made-elsewhere.ts';
import { toldFigure } from './script-figures.ts';

type Told = MadeElsewhere['told'];
/** A figure of a run: of one column, or of the run as a whole. */
export type Figure = Pick<Told[number], 'figure' | 'column'>;

/** Why figures cannot be those of one run of a recipe. */
export type Unsound =
  | { kind: 'missing' | 'further'; figure: string; column: string | null }
  | { kind: 'no-count' | 'no-share'; figure: string; column: string | null; value: string }
  | { kind: 'below-k'; value: number; k: number }
  /** `more` cannot be greater than `less`. */
  | { kind: 'more-than'; more: string; less: string };

const keyOf = ({ figure, column }: Figure): string => JSON.stringify([figure, column]);

/** What is told but not asked for, or asked for but not told; the same figure may be asked for more than once. */
function otherThan(told: Told, asked: readonly Figure[]): Unsound | null {
  const open = new Map<string, number>();
  for (const one of asked) open.set(keyOf(one), (open.get(keyOf(one)) ?? 0) + 1);
  for (const { figure, column } of told) {
    const left = open.get(keyOf({ figure, column })) ?? 0;
    if (left === 0) return { kind: 'further', figure, column };
    open.set(keyOf({ figure, column }), left - 1);
  }
  const missing = asked.find((one) => open.get(keyOf(one))! > 0);
  return missing === undefined ? null : { kind: 'missing', figure: missing.figure, column: missing.column };
}

function noNumber(told: Told): Unsound | null {
  for (const { figure, column, value } of told) {
    const number = Number(value);
    // A distance is a sum of shares in doubles, which may end a little above 1.
    if (figure === 't' && number > 1 + 1e-9) return { kind: 'no-share', figure, column, value };
    if (figure !== 't' && !Number.isSafeInteger(number)) return { kind: 'no-count', figure, column, value };
  }
  return null;
}

/**
 * Holds the figures of a run to what the recipe's checks are and to each other.
 * @param asked what the script tells of
 * @param k rows of smaller classes are left out; null: none are
 * @returns the first of what is wrong; null where they can be those of one run
 */
export function unsoundFigure(told: Told, asked: readonly Figure[], k: number | null): Unsound | null {
  const wrong = otherThan(told, asked) ?? noNumber(told);
  if (wrong !== null) return wrong;
  const of = (figure: string): number => toldFigure(told, figure) ?? 0;
  const [chosen, out] = [of('rows_in') - of('rows_not_chosen'), of('rows_out')];
  const classes = of('classes');
  const pairs: [more: string, less: string, isSo: boolean][] = [
    ['rows_not_chosen', 'rows_in', chosen < 0],
    ['rows_out', 'rows_in', out > chosen],
    ['classes', 'rows_out', classes * of('k') > out || classes > out],
    ['unique_rows', 'classes', of('unique_rows') > classes],
    ['unique_all_columns', 'rows_out', of('unique_all_columns') > out],
    ['unread', 'rows_in', told.some(({ figure, value }) => figure === 'unread' && Number(value) > of('rows_in'))],
    ['l', 'rows_out', told.some(({ figure, value }) => figure === 'l' && Number(value) > out)],
  ];
  const [more, less] = pairs.find(([, , isSo]) => isSo) ?? [];
  if (more !== undefined && less !== undefined) return { kind: 'more-than', more, less };
  return k !== null && out > 0 && of('k') < k ? { kind: 'below-k', value: of('k'), k } : null;
}
