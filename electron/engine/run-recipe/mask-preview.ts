import { maskValue } from '#engine/classify/mask-value.ts';
import type { Preview } from './preview-recipe.ts';

type Cell = string | null;
interface ShownCell {
  text: Cell;
  masked: boolean;
}
export interface MaskedPreview {
  before: { columns: string[]; rows: ShownCell[][] };
  after: { columns: string[]; rows: ShownCell[][] };
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
const digitsOf = (text: string): string => text.replace(/\D/g, '');
/** Digits that name something by themselves: a date, a number of a contract. Fewer are found in any band by chance. */
const tellingDigits = 6;
const tellingLetters = 3;

/**
 * Whether a cell that a recipe wrote still says the source value: the same text, number or date in whatever writing, or
 * a longer text with it inside. The bound of a band (`10–19` for 10) does not count: hiding just that band would give
 * the value away.
 */
export function tells(result: string, source: string): boolean {
  const [written, value] = [plain(result), plain(source)];
  if (value === '') return false;
  if (result.trim() === source.trim() || (result.trim() !== '' && Number(result) === Number(source))) return true;
  const letters = /\p{L}/u.test(value);
  const digits = digitsOf(source);
  if (!letters && digits.length < tellingDigits) return false;
  if (!letters && [...digits].sort().join('') === [...digitsOf(result)].sort().join('') && !/\p{L}/u.test(written))
    return true;
  if (letters && value.length < tellingLetters)
    return result
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .includes(value);
  return written.includes(value);
}

/** Hashes and constants hold nothing of a value, however their characters fall. */
const opaque = new Set(['hashed-keyed', 'hashed-unkeyed', 'redacted']);

/**
 * The preview as the window may see it. Before: cells of hidden columns. After: cells of kept or partly masked outputs
 * with a hidden source, and every other cell computed from one that equals or contains what the same row hides.
 * @param hidden display names of the source columns whose values may not be seen yet
 */
export function maskPreview({ before, after }: Omit<Preview, 'notRun'>, hidden: ReadonlySet<string>): MaskedPreview {
  const hiddenAt = before.columns.flatMap((name, at) => (hidden.has(name) ? [at] : []));
  const show = (text: Cell, masked: boolean): ShownCell =>
    text !== null && masked ? { text: maskValue(text), masked } : { text, masked: false };
  const outputs = after.outputs.map(({ sources, treatment }) => ({
    personal: sources.some((name) => hidden.has(name)),
    kept: treatment === 'kept' || treatment === 'masked',
    opaque: opaque.has(treatment),
  }));
  return {
    before: {
      columns: before.columns,
      rows: before.rows.map((row) => row.map((text, at) => show(text, hidden.has(before.columns[at]!)))),
    },
    after: {
      columns: after.columns,
      rows: after.rows.map((row, line) => {
        const values = hiddenAt.flatMap((at) => before.rows[line]?.[at] ?? []);
        return row.map((text, at) => {
          const { personal, kept, opaque: unreadable } = outputs[at]!;
          return show(
            text,
            personal && text !== null && (kept || (!unreadable && values.some((value) => tells(text, value)))),
          );
        });
      }),
    },
  };
}
