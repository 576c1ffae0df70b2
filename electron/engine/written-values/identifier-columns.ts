import type { IdentifierKind } from '#shared/domain/written-value.ts';
import type { ValueTools } from '#shared/semantic-types/semantic-type.ts';
import { semanticTypeById } from '#shared/semantic-types/index.ts';
import type { CountryCode } from 'libphonenumber-js/max';
import { validNationally } from './phones.ts';
import { textLeaves } from './text-leaves.ts';

interface ColumnRule {
  kind: IdentifierKind;
  /** Share of the different values that must pass, and how many at least. */
  share: number;
  fewest: number;
  check(text: string, tools: ValueTools): boolean;
  /** A last look at all that passed. */
  confirm?(passed: readonly string[]): boolean;
}

const ofType =
  (id: string) =>
  (text: string, tools: ValueTools): boolean =>
    semanticTypeById(id)?.valueCheck?.(text, tools) ?? false;
const company =
  /\b(?:ltd|llc|inc|gmbh|ag|kg|s\.?a\.?|s\.?r\.?l|corp|company|co|group|bank|hotel|school|university|street|road|hospital|airport|county|park|club|team)\b\.?/i;

/** A known name among words that are names in form, and no place or firm: "San Jose" and "Johnson & Sons" are none. */
const mayBePerson = (text: string, tools: ValueTools): boolean =>
  !company.test(text) && !tools.isCity(text) && !tools.isCountry(text) && ofType('full_name')(text, tools);

/** First and family name both known. */
export function isPerson(text: string, tools: ValueTools): boolean {
  if (!mayBePerson(text, tools)) return false;
  const words = text
    .replace(/^(?:\p{L}{1,4}\. )+/u, '')
    .split(/[\s,/]+/)
    .filter((word) => /^\p{L}[\p{L}'’.-]+$/u.test(word));
  const known = (word: string | undefined, is: (part: string) => boolean): boolean =>
    word !== undefined && word.split('-').some(is);
  const [first, last] = [words[0], words.at(-1)];
  return (
    words.length >= 2 &&
    ((known(first, tools.isFirstName) && known(last, tools.isSurname)) ||
      (known(first, tools.isSurname) && known(last, tools.isFirstName)))
  );
}

const dateLike = /^\d{4}[./-]\d{1,2}[./-]\d{1,2}$|^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/;
/** Two to five groups of digits that are a number of this country as they stand. */
const inGroups =
  (country: CountryCode) =>
  (text: string): boolean =>
    !dateLike.test(text) &&
    /^\(?\d{2,4}\)?[ /.-]\d{2,4}(?:[ .-]\d{2,4}){1,3}$/.test(text) &&
    validNationally(text.replace(/\D/g, ''), [country]);

/** Numbers that count up share their beginning; those of people in a country do not. */
const spread =
  (start: number, share: number) =>
  (passed: readonly string[]): boolean =>
    new Set(passed.map((text) => text.replace(/\D/g, '').slice(0, start))).size >=
    Math.max(5, share * Math.min(passed.length, 100));

/** People of one city share the area; their exchanges begin with all the digits that exchanges may, and with no other. */
const ofOneArea = (passed: readonly string[]): boolean =>
  passed.length >= 8 && new Set(passed.map((text) => text[3])).size >= 4 && spread(6, 0.3)(passed);

const digest =
  /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{56}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128}|[A-Za-z0-9+/]{43}=|[A-Za-z0-9+/]{22}==)$/i;
const randomId = /^[{(]?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}[)}]?$/i;

/** What one value cannot say and a whole column can. */
const rules: readonly ColumnRule[] = [
  { kind: 'full-name', share: 0.4, fewest: 3, check: isPerson },
  { kind: 'full-name', share: 0.65, fewest: 5, check: mayBePerson },
  {
    kind: 'phone',
    share: 0.8,
    fewest: 5,
    check: (text) => /^0[1-9]\d{8,10}$/.test(text) && validNationally(text),
    confirm: spread(5, 0.3),
  },
  {
    kind: 'phone',
    share: 0.9,
    fewest: 5,
    check: (text) => /^[2-9]\d{2}[2-9]\d{6}$/.test(text) && validNationally(text, ['US']),
    confirm: (passed) => spread(3, 0.1)(passed) || ofOneArea(passed),
  },
  ...(['ES', 'IT', 'PT', 'PL', 'DK', 'NO', 'BR', 'MX'] as const).map((country): ColumnRule => ({
    kind: 'phone',
    share: 0.8,
    fewest: 3,
    check: inGroups(country),
  })),
  {
    kind: 'ip',
    share: 0.9,
    fewest: 5,
    check: (text, tools) => /^\d{1,3}(?:\.\d{1,3}){3}$/.test(text) && tools.isIp(text) && !text.endsWith('.0'),
    confirm: (passed) => passed.some((text) => text.split('.').some((part) => Number(part) >= 64)),
  },
  { kind: 'address', share: 0.6, fewest: 5, check: ofType('street_address') },
  { kind: 'address', share: 0.7, fewest: 5, check: ofType('full_address') },
  { kind: 'digest', share: 0.5, fewest: 2, check: (text) => digest.test(text) && /[a-f]/i.test(text) },
  { kind: 'random-id', share: 0.5, fewest: 2, check: (text) => randomId.test(text) },
];

/** Different values that are looked at when a whole column is judged. */
export const judgedValues = 2000;

/**
 * Kinds of identifier that a column as a whole holds, each with the share (0…1) of its rows; empty where no rule is
 * met.
 * @param values different values of the column with the rows that hold each, evenly drawn
 */
export function identifierColumns(
  values: readonly { text: string; rows: number }[],
  tools: ValueTools,
): Map<IdentifierKind, number> {
  const found = new Map<IdentifierKind, number>();
  const leaves = values.flatMap(({ text, rows }) => textLeaves(text).map((leaf) => ({ leaf, rows })));
  const different = new Map<string, number>();
  for (const { leaf, rows } of leaves) different.set(leaf, (different.get(leaf) ?? 0) + rows);
  const total = values.reduce((sum, { rows }) => sum + rows, 0);
  for (const rule of rules) {
    const passed: string[] = [];
    let rows = 0;
    for (const [leaf, count] of different)
      if (rule.check(leaf, tools)) {
        passed.push(leaf);
        rows += count;
      }
    if (
      passed.length < Math.min(rule.fewest, Math.max(2, different.size)) ||
      passed.length < rule.share * different.size ||
      rule.confirm?.(passed) === false
    )
      continue;
    found.set(rule.kind, Math.max(found.get(rule.kind) ?? 0, Math.min(1, rows / Math.max(1, total))));
  }
  return found;
}
