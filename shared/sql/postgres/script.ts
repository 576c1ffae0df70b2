import { helpersIn } from '../portable/helper.ts';
import type { ScriptDialect } from '../write-script.ts';
import { postgresDialect } from './dialect.ts';
import { postgresHelpers } from './helpers.ts';

/** A session of PostgreSQL 14 or newer whose database is in UTF-8. A COLLATE of anything but text is an error. */
export const postgresScript: ScriptDialect = {
  ...postgresDialect,
  mostColumns: { query: 1664, view: 1600 },
  types: { text: 'text', double: 'double precision' },
  settings: ['SET standard_conforming_strings = on', 'SET escape_string_warning = off'],
  asText: (identifier) => `${identifier} COLLATE "C"`,
  helpers: (text) => helpersIn(text, postgresHelpers),
  begin: {
    pads: [
      'CREATE TEMPORARY TABLE custos_pads (name text PRIMARY KEY, inner_pad bytea NOT NULL, outer_pad bytea NOT NULL);',
      'CREATE TEMPORARY TABLE custos_lines (line text);',
      String.raw`\copy custos_lines FROM 'pads.jsonl' WITH (FORMAT csv, DELIMITER E'\x01', QUOTE E'\x02')`,
      "INSERT INTO custos_pads SELECT line::json->>'name', decode(line::json->>'inner_pad', 'hex'), " +
        "decode(line::json->>'outer_pad', 'hex') FROM custos_lines;",
      'DROP TABLE custos_lines;',
    ],
    source: ['CREATE TEMPORARY VIEW custos_source AS SELECT * FROM my_schema.my_table;'],
  },
};
