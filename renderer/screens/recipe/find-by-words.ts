interface Described {
  readonly label: string;
  readonly summary: string;
}

const lastRank = 4;

/** How near a text is to what is looked for: 0 the label itself, then how it begins, its words, what else it holds. */
function rankOf({ label, summary }: Described, words: string): number {
  const name = label.toLowerCase();
  if (name === words) return 0;
  if (name.startsWith(words)) return 1;
  if (` ${name}`.includes(` ${words}`)) return 2;
  if (name.includes(words)) return 3;
  return summary.toLowerCase().includes(words) ? lastRank : lastRank + 1;
}

/**
 * What has the words in its label first, then what has them in its description; each in the order given.
 * @param words in lower case; '' finds all
 */
export const findByWords = <T extends Described>(all: readonly T[], words: string): T[] =>
  all
    .map((one) => ({ one, rank: words === '' ? 0 : rankOf(one, words) }))
    .filter(({ rank }) => rank <= lastRank)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ one }) => one);
