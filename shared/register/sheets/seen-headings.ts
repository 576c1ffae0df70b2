import { layouts } from '../layouts/index.ts';
import { fold } from '../layouts/fold.ts';
import { headingReader } from './headings.ts';
import type { Sheet } from './sheet.ts';

const searched = 60;
const longest = 80;

/** Whether a text may be a heading: short, with letters, and neither an address, a number nor a day. */
const mayBeHeading = (text: string | null): text is string =>
  text !== null && text.trim().length <= longest && fold(text) !== '' && !/@|\d{3}|\d[./-]\d/.test(text);

/**
 * What a file seems to have as headings, for a person to whom it has to be said that none of them is known: of the
 * first rows the one that most known headings stand in, else the one with most texts that may be headings. Texts that
 * look like values of people are left out.
 */
export function seenHeadings(sheets: readonly Sheet[]): string[] {
  const readers = Object.values(layouts).flatMap(({ tables }) =>
    tables.map(({ columns }) => headingReader(columns, { exact: true })),
  );
  let best: { known: number; texts: string[] } = { known: 0, texts: [] };
  for (const { rows } of sheets)
    for (const row of rows.slice(0, searched)) {
      const texts = row.filter(mayBeHeading).map((text) => text.trim());
      const known = Math.max(...readers.map((read) => read(row).matched));
      if (known > best.known || (known === best.known && texts.length > best.texts.length)) best = { known, texts };
    }
  return [...new Set(best.texts)];
}
