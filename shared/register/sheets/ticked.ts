const ticked = /[☒☑✓✔]|\[[xX]\]/u;
const boxes = /([☐□☒☑✓✔]|\[[ xX]?\])\s*/u;

/**
 * What is ticked of the answers that a cell offers: `☐ Oui ☒ Non` is `Non`, and nothing where no box is ticked. A text
 * without boxes is itself; a box without a word behind it, too.
 */
export function tickedText(text: string): string {
  const parts = text.split(boxes);
  const [before = '', ...pairs] = parts;
  const answers = Array.from({ length: pairs.length / 2 }, (_, at) => ({
    isTicked: ticked.test(pairs[at * 2] ?? ''),
    words: (pairs[at * 2 + 1] ?? '').trim(),
  }));
  if (answers.length === 0 || before.trim() !== '' || answers.some(({ words }) => words === '')) return text;
  return answers
    .filter(({ isTicked }) => isTicked)
    .map(({ words }) => words)
    .join('\n');
}
