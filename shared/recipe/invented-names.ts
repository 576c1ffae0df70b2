import { bound, call, lookup, nothing, number, text, type Expression } from '#shared/plan/expression.ts';

/** What invented names are made of: none of them is a name of anybody by itself. */
const syllables: readonly string[] = 'ba be do fa ge ho ka ki la lo me mi na no pe ra ri sa so ta to ve wi zu'.split(
  ' ',
);

export const nameShapes = ['two-words', 'one-word'] as const;
export type NameShape = (typeof nameShapes)[number];

/** Syllables of each word. */
const words: Record<NameShape, readonly number[]> = { 'two-words': [3, 3], 'one-word': [4] };

/** How many names of a shape there are. */
export const namesOfShape = (shape: NameShape): number =>
  syllables.length ** words[shape].reduce((sum, length) => sum + length, 0);

const capital = (syllable: string): string => `${syllable.slice(0, 1).toUpperCase()}${syllable.slice(1)}`;

/** One place of the bound number in the base of the syllables, 0 being the last. */
const digitAt = (place: number): Expression => {
  const shifted = (by: number): Expression => call('floor', call('divide', bound, number(syllables.length ** by)));
  return call('subtract', shifted(place), call('multiply', shifted(place + 1), number(syllables.length)));
};

/** The invented name of the bound number: a whole one from 0 and below `namesOfShape`. */
export function inventedName(shape: NameShape): Expression {
  let place = words[shape].reduce((sum, length) => sum + length, 0);
  const parts = words[shape].flatMap((length, word) =>
    Array.from({ length }, (_, at): Expression => {
      place -= 1;
      const space = word > 0 && at === 0 ? ' ' : '';
      const entries = syllables.map((syllable, digit): [string, string] => [
        String(digit),
        `${space}${at === 0 ? capital(syllable) : syllable}`,
      ]);
      return lookup(call('format-number', digitAt(place), number(0)), entries, nothing);
    }),
  );
  return call('concat', ...parts, text(''));
}
