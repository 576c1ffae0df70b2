import type { ScriptDialect } from '../write-script.ts';
import { sparkDialect } from './dialect.ts';
import { variablesIn } from './variables.ts';

/**
 * A session of Spark 4.0 or newer. A COLLATE of anything but text is an error. What Spark infers of rows from
 * conditions (its constraint propagation) takes it minutes for columns of many parts, and helps none of these queries.
 */
export const sparkScript: ScriptDialect = {
  ...sparkDialect,
  mostColumns: { query: Infinity, view: Infinity },
  types: { text: 'STRING', double: 'DOUBLE' },
  settings: [
    'SET spark.sql.parser.escapedStringLiterals = false',
    'SET spark.sql.constraintPropagation.enabled = false',
  ],
  asText: (identifier) => `${identifier} COLLATE UTF8_BINARY`,
  helpers: variablesIn,
  begin: {
    pads: [
      "spark.read.json('pads.jsonl').selectExpr('name', 'unhex(inner_pad) AS inner_pad', 'unhex(outer_pad) AS outer_pad')" +
        ".createOrReplaceTempView('custos_pads')",
    ],
    source: ["spark.table('my_schema.my_table').createOrReplaceTempView('custos_source')"],
  },
};
