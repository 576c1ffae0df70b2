/** One word of a text of SQL. */
export interface SqlWord {
  text: string;
  /** What it names, folded as SQLite folds names; null where it can be no name. */
  name: string | null;
  /** Written in quotes: a name, and never a word of the language. */
  quoted: boolean;
}

/** SQLite folds the letters of ASCII and no others. */
export const folded = (name: string): string => name.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());

const kinds = [
  String.raw`(?<space>[ \t\n\f\r]+)`,
  "'(?:[^']|'')*'",
  '(?<quoted>"(?:[^"]|"")*"|`(?:[^`]|``)*`|\\[[^\\]]*\\])',
  "[xX]'[0-9a-fA-F]*'",
  String.raw`(?<plain>[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*)`,
  String.raw`0[xX][\da-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?`,
  String.raw`->>|->|\|\||<<|>>|<=|>=|<>|!=|==|[(),.+*/%<>=&|~;-]`,
];
/** A comment, a byte order mark: SQLite passes over them, and no table needs one. */
const strange = /--|\/\*|\ufeff/y;

function unquoted(text: string): string {
  const mark = text[0]!;
  return mark === '[' ? text.slice(1, -1) : text.slice(1, -1).replaceAll(mark + mark, mark);
}

/** The words of a text as SQLite parts them; null where it holds anything else, such as a comment. */
export function schemaWords(sql: string): SqlWord[] | null {
  const word = new RegExp(kinds.join('|'), 'y');
  const words: SqlWord[] = [];
  while (word.lastIndex < sql.length) {
    strange.lastIndex = word.lastIndex;
    const found = strange.test(sql) ? null : word.exec(sql);
    if (found === null) return null;
    const { space, quoted, plain } = found.groups!;
    if (space !== undefined) continue;
    const name = quoted === undefined ? plain : unquoted(quoted);
    words.push({ text: found[0], name: name === undefined ? null : folded(name), quoted: quoted !== undefined });
  }
  return words;
}
