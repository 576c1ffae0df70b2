/**
 * Words in capitals that a text uses: those of a list, with what they stand for, and those nobody explains.
 * @param noWords what stands in capitals and is no abbreviation
 */
export function abbreviationsIn(
  text: string,
  meanings: Readonly<Record<string, string>>,
  noWords: readonly string[],
): { known: [string, string][]; unknown: string[] } {
  const found = new Set(
    [...text.matchAll(/(?<![\p{L}\p{N}-])(\p{Lu}{2,6})(?![\p{L}\p{N}])/gu)].map(([, word]) => word ?? ''),
  );
  for (const word of noWords) found.delete(word);
  const words = [...found].toSorted((a, b) => (a < b ? -1 : 1));
  return {
    known: words.flatMap((word): [string, string][] => {
      const meaning = meanings[word];
      return meaning === undefined ? [] : [[word, meaning]];
    }),
    unknown: words.filter((word) => meanings[word] === undefined),
  };
}
