import { CannotWrite } from '../portable/cannot-write.ts';
import { quoteIdentifier, quoteText } from '../quote.ts';
import type { ScriptDialect } from '../write-script.ts';
import { duckDialect, keyedHashMacro } from './dialect.ts';

/** DuckDB by itself, without this program around it: a key's macro reads its pads from a table of the session. */
export const duckScript: ScriptDialect = {
  ...duckDialect,
  functions: {
    ...duckDialect.functions,
    token: () => {
      throw new CannotWrite({ kind: 'token' });
    },
    'encrypt-format': () => {
      throw new CannotWrite({ kind: 'encrypt-format' });
    },
  },
  mostColumns: { query: Infinity, view: Infinity },
  types: { text: 'VARCHAR', double: 'DOUBLE' },
  settings: [],
  asText: (identifier) => `${identifier} COLLATE "binary"`,
  helpers: (_text, keyNames) =>
    keyNames.map((key) => {
      const pad = (which: string): string => `(SELECT ${which} FROM custos_pads WHERE name = ${quoteText(key)})`;
      return {
        name: keyedHashMacro(key),
        sql:
          `CREATE OR REPLACE TEMPORARY MACRO ${quoteIdentifier(keyedHashMacro(key))}(m) AS\n` +
          `  sha256(${pad('outer_pad')} || unhex(sha256(${pad('inner_pad')} || encode(m))))`,
      };
    }),
  begin: {
    pads: [
      'CREATE TEMPORARY TABLE custos_pads (name VARCHAR PRIMARY KEY, inner_pad BLOB NOT NULL, outer_pad BLOB NOT NULL);',
      "INSERT INTO custos_pads SELECT name, unhex(inner_pad), unhex(outer_pad) FROM read_json('pads.jsonl');",
    ],
    // An empty text in quotes is no NULL, and no line is a comment.
    source: [
      "CREATE TEMPORARY VIEW custos_source AS SELECT * FROM read_csv('source.csv', all_varchar = true, header = true,",
      String.raw`  delim = ',', quote = '"', escape = '"', comment = '', allow_quoted_nulls = false, null_padding = false);`,
    ],
  },
};
