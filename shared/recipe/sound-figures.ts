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
  | { kind: 'more-than'; more: string; less: string }
  /** Each can be by itself, and both cannot. */
  | { kind: 'against'; one: string; other: string };

/** What a recipe does with rows: its smallest class, below which rows are left out (null: none are), and whether it chooses. */
export interface RowsAsked {
  k: number | null;
  chooses: boolean;
}

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

type Of = (figure: string) => number;

/** What cannot exceed something else. */
function moreThan(told: Told, of: Of): [more: string, less: string, isSo: boolean][] {
  const [chosen, out, classes] = [of('rows_in') - of('rows_not_chosen'), of('rows_out'), of('classes')];
  const any = (figure: string, most: number): boolean =>
    told.some((one) => one.figure === figure && Number(one.value) > most);
  return [
    ['rows_not_chosen', 'rows_in', chosen < 0],
    ['rows_out', 'rows_in', out > chosen],
    ['classes', 'rows_out', classes * of('k') > out || classes > out],
    ['unique_rows', 'classes', of('unique_rows') > classes],
    ['unique_all_columns', 'rows_out', of('unique_all_columns') > out],
    // Whoever is alone by some columns is alone by all of them.
    ['unique_rows', 'unique_all_columns', of('unique_rows') > of('unique_all_columns')],
    ['unread', 'rows_in', any('unread', of('rows_in'))],
    ['l', 'rows_out', any('l', out)],
  ];
}

/** What cannot be beside something else. */
function against(told: Told, of: Of, { k, chooses }: RowsAsked): [one: string, other: string, isSo: boolean][] {
  const [chosen, out, classes, alone] = [
    of('rows_in') - of('rows_not_chosen'),
    of('rows_out'),
    of('classes'),
    of('unique_rows'),
  ];
  const counts = told.some(({ figure }) => figure === 'classes');
  const further = classes - alone;
  const apart = told.some(({ figure, value }) => figure === 't' && Number(value) > 1e-9);
  return [
    ['rows_not_chosen', 'chooses-none', !chooses && of('rows_not_chosen') > 0],
    ['rows_out', 'leaves-out-none', k === null && out !== chosen],
    ['classes', 'rows_out', counts && (classes === 0) !== (out === 0)],
    ['k', 'rows_out', counts && (of('k') === 0) !== (out === 0)],
    ['k', 'unique_rows', counts && (of('k') === 1) !== alone > 0],
    ['unique_rows', 'rows_out', counts && (alone + 2 * further > out || (further === 0 && alone !== out))],
    ['k', 'classes', classes === 1 && of('k') !== out],
    ['t', 'classes', classes === 1 && apart],
  ];
}

/**
 * Holds the figures of a run to what the recipe's checks are and to each other.
 * @param asked what the script tells of
 * @returns the first of what is wrong; null where they can be those of one run
 */
export function unsoundFigure(told: Told, asked: readonly Figure[], rows: RowsAsked): Unsound | null {
  const wrong = otherThan(told, asked) ?? noNumber(told);
  if (wrong !== null) return wrong;
  const of: Of = (figure) => toldFigure(told, figure) ?? 0;
  const [more, less] = moreThan(told, of).find(([, , isSo]) => isSo) ?? [];
  if (more !== undefined && less !== undefined) return { kind: 'more-than', more, less };
  if (rows.k !== null && of('rows_out') > 0 && of('k') < rows.k) return { kind: 'below-k', value: of('k'), k: rows.k };
  const [one, other] = against(told, of, rows).find(([, , isSo]) => isSo) ?? [];
  return one === undefined || other === undefined ? null : { kind: 'against', one, other };
}
