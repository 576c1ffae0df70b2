import { z } from 'zod';
import { blankToNull, bound, call, column, unread } from '#shared/plan/expression.ts';
import { operationsText } from '#shared/text/operations.ts';
import { changeEach, checkColumns, columnNames, columnsField } from '../column-settings.ts';
import { defineOperation } from '../operation.ts';

const words = operationsText['truncate-ip'];

/** An IPv4 address becomes its /24, an IPv6 address its /48: the network, not the connection. */
export const truncateIp = defineOperation({
  id: 'truncate-ip',
  version: 1,
  label: words.label,
  summary: words.summary,
  settings: z.strictObject({ columns: columnNames }),
  effect: ({ columns }) => ({
    reads: columns,
    drops: [],
    changes: columns.map((name) => ({ column: name, treatment: 'generalised', valueType: 'text' })),
  }),
  check: ({ columns }, known) => checkColumns(columns, known),
  plan: ({ columns }, from, context) =>
    changeEach(columns, from, context, (name) => {
      const network = call('truncate-ip', blankToNull(column(name)));
      return { read: network, value: bound, fails: unread(column(name), bound) };
    }),
  describe: ({ columns }) => words.describe(columns),
  form: [columnsField],
  rename: (settings, rename) => ({ ...settings, columns: settings.columns.map(rename) }),
  upgrade: {},
  risk: 'weakens',
  repeatable: false,
  examples: [
    {
      name: 'IPv4',
      settings: { columns: ['ip'] },
      columns: ['ip'],
      before: [['192.0.2.77'], [' 10.0.0.1 '], ['256.1.1.1'], ['1.2.3'], [null]],
      after: { columns: ['ip'], rows: [['192.0.2.0/24'], ['10.0.0.0/24'], [null], [null], [null]] },
    },
    {
      name: 'IPv6',
      settings: { columns: ['ip'] },
      columns: ['ip'],
      before: [
        ['2001:db8:85a3::8a2e:370:7334'],
        ['::1'],
        ['1::3:4:5:6:7:8'],
        ['2001:0DB8:0000:0:0:0:0:1'],
        ['::ffff:192.0.2.77'],
        ['12:34:56'],
      ],
      after: {
        columns: ['ip'],
        rows: [['2001:db8:85a3::/48'], ['0:0:0::/48'], ['1:0:3::/48'], ['2001:db8:0::/48'], ['192.0.2.0/24'], [null]],
      },
    },
  ],
  problems: [
    { name: 'a column that is not there', settings: { columns: ['nope'] }, columns: ['ip'], code: 'column-missing' },
  ],
});
