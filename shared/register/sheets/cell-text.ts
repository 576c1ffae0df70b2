/** Several values in one cell, a line each, with a sign in front that no value begins with by chance. */
const bullet = '• ';

/** In a list whose lines belong to those of another cell: nothing is said of this one. */
export const nothing = '–';

/**
 * Values as the text of one cell. A single plain value stands as it is; several, or one that would be taken for several,
 * get a sign each.
 * @param plain whether a single value may stand without a sign; a value that would be read as an answer may not
 */
export function writeValues(values: readonly string[], plain: (value: string) => boolean = () => true): string {
  const [only] = values;
  if (values.length === 1 && only !== undefined && !/[\n\r;]/.test(only) && !/^\s*[•·▪*-]/.test(only) && plain(only))
    return only;
  return values.map((value) => `${bullet}${value}`).join('\n');
}

/**
 * The values of a cell: by their signs where it has some, else by lines, else by semicolons. A line without a sign
 * below one with a sign goes on with it.
 */
export function readValues(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/);
  const marked = lines.some((line) => line.startsWith(bullet));
  if (marked) {
    const values: string[] = [];
    for (const line of lines)
      if (line.startsWith(bullet) || values.length === 0) values.push(line.replace(/^• /, ''));
      else values.push(`${values.pop() ?? ''}\n${line}`);
    return values.map((value) => value.trim()).filter((value) => value !== '');
  }
  const parts = lines.length > 1 ? lines : text.split(';');
  return parts.map((part) => part.replace(/^\s*(?:[•·▪*]|-(?=\s))\s*/, '').trim()).filter((part) => part !== '');
}

/** A line of a cell: what a thing is called, words of known lists in brackets, and more about it behind a dash. */
export interface CellLine {
  head: string;
  words: string[];
  tail: string;
}

const dash = ' — ';

/** `Head (word; word) — tail`. Empty brackets keep a head apart that would be taken for more than a head. */
export function writeLine({ head, words, tail }: CellLine, isWord: (word: string) => boolean): string {
  const end = tail === '' ? '' : dash + tail;
  const short = words.length === 0 ? `${head}${end}` : `${head} (${words.join('; ')})${end}`;
  const back = readLine(short, isWord);
  const same = back.head === head && back.tail === tail && back.words.join(';') === words.join(';');
  return same ? short : `${head} (${words.join('; ')})${end}`;
}

const allWords = (inside: string, isWord: (word: string) => boolean): string[] | null => {
  const words = inside
    .split(';')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  return words.every(isWord) ? words : null;
};

/** The parts of a line; brackets that hold anything but known words belong to the head. */
export function readLine(line: string, isWord: (word: string) => boolean): CellLine {
  const text = line.trim();
  for (const found of text.matchAll(/ \(([^()]*(?:\([^()]*\)[^()]*)*)\)(?= — |$)/g)) {
    const words = allWords(found[1] ?? '', isWord);
    if (words === null) continue;
    const after = text.slice(found.index + found[0].length);
    return { head: text.slice(0, found.index).trim(), words, tail: after.replace(dash, '').trim() };
  }
  const at = text.indexOf(dash);
  if (at < 0) return { head: text, words: [], tail: '' };
  return { head: text.slice(0, at).trim(), words: [], tail: text.slice(at + dash.length).trim() };
}
