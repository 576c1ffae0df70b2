import { knownHeaders } from '#shared/header-language/known-headers.ts';
import { matchHeader } from '#shared/header-language/header-index.ts';
import { parseHeader } from '#shared/header-language/header.ts';
import { semanticTypeById } from '#shared/semantic-types/index.ts';
import { valueTools } from '#engine/values/value-tools.ts';
import type { TextRecord } from './parse-text.ts';

const looked = 60;

/** Whether the values of a column are what its name says; null where the name says nothing that can be held against. */
function checkOf(name: string): ((value: string) => boolean) | null {
  const [match] = matchHeader(knownHeaders(), parseHeader(name));
  const check = match === undefined ? undefined : semanticTypeById(match.type)?.valueCheck;
  return check === undefined ? null : (value) => check(value, valueTools());
}

/** How many of the named columns hold what they are called by, with the names moved by so many places. */
function fitting(names: readonly string[], body: readonly TextRecord[], moved: number): number {
  return names.filter((name, at) => {
    const check = checkOf(name);
    const values = body.map(({ fields }) => fields[at + moved]?.trim() ?? '').filter((value) => value !== '');
    return check !== null && values.length > 0 && values.filter(check).length >= 0.5 * values.length;
  }).length;
}

/**
 * Of a table whose line of names is one short: whether the column without a name is the first, which then names the
 * rows (R writes tables so), or the last. What the values are decides; where they say nothing, the first is it if no
 * value of it occurs twice.
 */
export function rowNamesFirst([first, ...rows]: readonly TextRecord[]): boolean {
  const names = first!.fields.map((name) => name.trim());
  const body = rows.filter(({ fields }) => fields.length === names.length + 1).slice(0, looked);
  const [last, moved] = [fitting(names, body, 0), fitting(names, body, 1)];
  if (moved !== last) return moved > last;
  return new Set(body.map(({ fields }) => fields[0]!.trim())).size === body.length;
}

/** Whether the last field of any row holds something: rows may only end in a delimiter more than the line of names. */
export const lastHasValues = ([first, ...rows]: readonly TextRecord[]): boolean =>
  rows.some(({ fields }) => fields.length > first!.fields.length && fields.at(-1)!.trim() !== '');
