import type { Codebook } from '#shared/codebooks/codebook.ts';
import type { Holds } from './holds.ts';
import { erasedSign } from './whose-rows.ts';

/** A codebook without the person: labels that name them are replaced, codes go. @returns null where it does not */
export function mendedCodebook(book: Codebook, holds: Holds): Codebook | null {
  const without = (text: string): string => (holds(text) ? erasedSign : text);
  const mended: Codebook = {
    title: without(book.title),
    source: without(book.source),
    variables: book.variables.map((variable) => ({
      ...variable,
      label: without(variable.label),
      codes: Object.fromEntries(
        Object.entries(variable.codes)
          .filter(([code]) => !holds(code))
          .map(([code, label]) => [code, without(label)]),
      ),
    })),
  };
  return JSON.stringify(mended) === JSON.stringify(book) ? null : mended;
}
