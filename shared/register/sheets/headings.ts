import { fold } from '../layouts/fold.ts';
import type { Column } from '../layouts/layout.ts';

type Headed = Pick<Column, 'heading' | 'also' | 'given'>;

/** How sure a cell names a column: as published, by another of its names, or by most of its words. */
const sure = { heading: 1, also: 0.9, words: 0.7 };
/** Share of the words of both that a heading must have in common with a column to be taken for it. */
const enoughWords = 0.6;

const wordsOf = (folded: string): Set<string> => new Set(folded.split(' ').filter((word) => word.length > 2));

/** A heading without what explains it in brackets at its end. */
const withoutHint = (text: string): string => text.replace(/\s*\([^()]*\)\s*$/, '');

interface Known {
  at: number;
  names: { folded: string; words: Set<string>; sure: number }[];
}

const knownOf = (columns: readonly Headed[]): Known[] =>
  columns.map(({ heading, also = [], given = sure.heading }, at) => ({
    at,
    names: [
      { folded: fold(heading), words: wordsOf(fold(heading)), sure: given },
      ...also.map((name) => ({ folded: fold(name), words: wordsOf(fold(name)), sure: sure.also })),
    ],
  }));

const inCommon = (one: Set<string>, other: Set<string>): number => {
  const both = [...one].filter((word) => other.has(word)).length;
  const all = new Set([...one, ...other]).size;
  return all === 0 ? 0 : both / all;
};

/** Which column each text names, and how sure that is in all; no column is named twice. */
export interface HeadingMatch {
  columns: (number | null)[];
  score: number;
  matched: number;
  /** How many of them a person named. */
  given: number;
}

/** Reads headings against the columns of a layout: exact names first, then the one that most words agree with. */
export function headingReader(columns: readonly Headed[], { exact = false } = {}) {
  const known = knownOf(columns);
  const byName = new Map<string, { at: number; sure: number }>();
  for (const isMain of [true, false])
    for (const { at, names } of known)
      for (const { folded, sure: how } of names)
        if (how >= sure.heading === isMain && folded !== '' && !byName.has(folded))
          byName.set(folded, { at, sure: how });

  return (texts: readonly (string | null)[]): HeadingMatch => {
    const found: ({ at: number; sure: number } | null)[] = texts.map((text) =>
      text === null || text.length > 400
        ? null
        : (byName.get(fold(text)) ?? byName.get(fold(withoutHint(text))) ?? null),
    );
    const taken = new Set<number>();
    for (const [place, one] of found.entries()) {
      if (one === null) continue;
      if (taken.has(one.at)) found[place] = null;
      taken.add(one.at);
    }
    if (!exact)
      for (const [place, text] of texts.entries()) {
        if (found[place] !== null || text === null || text.length > 400) continue;
        const words = wordsOf(fold(text));
        if (words.size < 2) continue;
        const best = known
          .filter(({ at }) => !taken.has(at))
          .map(({ at, names }) => ({ at, share: Math.max(...names.map((name) => inCommon(words, name.words))) }))
          .sort((a, b) => b.share - a.share);
        const [first, second] = best;
        if (first === undefined || first.share < enoughWords || first.share === second?.share) continue;
        found[place] = { at: first.at, sure: sure.words };
        taken.add(first.at);
      }
    return {
      columns: found.map((one) => one?.at ?? null),
      score: found.reduce((sum, one) => sum + (one?.sure ?? 0), 0),
      matched: found.filter((one) => one !== null).length,
      given: found.filter((one) => one !== null && columns[one.at]?.given !== undefined).length,
    };
  };
}
