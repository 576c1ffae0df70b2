import { call, column as columnOf } from '#shared/plan/expression.ts';
import type { ScriptDialect } from './write-script.ts';
import { writeExpression } from './write-sql.ts';

interface Checked {
  columns: readonly string[];
  counted: readonly string[];
  sensitive: readonly string[];
  flags: readonly { column: string; name: string }[];
  kept: string;
  classSize: string;
}

/**
 * One SELECT of the figures of a run, as (figure, of_column, value), all text. `t` is the equal distance, `l` the
 * smallest number of different values in a class (docs/definitions.md); both count what may be written.
 */
export function checksSql(checked: Checked, dialect: ScriptDialect): string {
  const { identifier, types } = dialect;
  const counted = checked.counted.map(identifier).join(', ');
  const figure = (name: string, column: string | null, value: string, from: string): string =>
    `SELECT ${dialect.text(name)} AS figure, ${column === null ? `CAST(NULL AS ${types.text})` : dialect.text(column)} ` +
    `AS of_column, CAST(${value} AS ${types.text}) AS value FROM ${from}`;
  const kept = identifier(checked.kept);
  const classes = `(SELECT count(*) AS n FROM custos_output GROUP BY ${counted})`;
  const all = checked.columns.map(identifier).join(', ');
  const alone = `(SELECT count(*) AS n FROM custos_output GROUP BY ${all})`;
  return [
    figure('rows_in', null, 'count(*)', 'custos_prepared'),
    figure('rows_not_chosen', null, 'count(*)', `custos_prepared WHERE NOT ${kept}`),
    figure('rows_out', null, 'count(*)', 'custos_output'),
    ...(checked.counted.length === 0
      ? []
      : [
          figure('k', null, 'coalesce(min(n), 0)', `${classes} AS c`),
          figure('classes', null, 'count(*)', `${classes} AS c`),
          figure('unique_rows', null, 'count(*)', `${classes} AS c WHERE n = 1`),
        ]),
    figure('unique_all_columns', null, 'count(*)', `${alone} AS c WHERE n = 1`),
    ...checked.flags.map(({ column, name }) =>
      figure('unread', column, 'count(*)', `custos_prepared WHERE ${identifier(name)}`),
    ),
    ...checked.sensitive.flatMap((column) => [
      figure('l', column, 'coalesce(min(n), 0)', `${diversity(column, checked.counted, dialect)} AS d`),
      figure('t', column, 'coalesce(max(t), 0)', `${closeness(column, checked.counted, dialect)} AS d`),
    ]),
  ].join('\nUNION ALL\n');
}

const by = (columns: readonly string[]): string => (columns.length === 0 ? '' : ` GROUP BY ${columns.join(', ')}`);

/** Different values of each class; a missing one, a blank one and the star of a suppressed cell are none. */
function diversity(column: string, counted: readonly string[], dialect: ScriptDialect): string {
  const bare = writeExpression(call('trim', columnOf(column)), dialect, (name) => name);
  const there = `${dialect.identifier(column)} IS NOT NULL AND ${bare} NOT IN (${dialect.text('')}, ${dialect.text('*')})`;
  return (
    `(SELECT count(DISTINCT ${dialect.identifier(column)}) AS n FROM custos_output WHERE ${there}` +
    `${by(counted.map(dialect.identifier))})`
  );
}

/** Of each class: half the sum of differences between its shares and those of all rows. */
function closeness(column: string, counted: readonly string[], dialect: ScriptDialect): string {
  const { identifier, types } = dialect;
  const keys = counted.map(identifier);
  const value = identifier(column);
  const pairs = `SELECT ${[...keys, `${value} AS custos_v`, 'count(*) AS custos_n'].join(', ')} FROM custos_output${by([...keys, value])}`;
  const sum = (over: string): string => `CAST(sum(custos_n) OVER (${over}) AS ${types.double})`;
  const inClass = keys.length === 0 ? '' : `PARTITION BY ${keys.join(', ')}`;
  const shares =
    `SELECT ${[...keys, `CAST(custos_n AS ${types.double}) / ${sum(inClass)} AS p`, `${sum('PARTITION BY custos_v')} / ${sum('')} AS q`].join(', ')} ` +
    `FROM (${pairs}) AS pairs`;
  return `(SELECT (sum(abs(p - q)) + 1 - sum(q)) / 2 AS t FROM (${shares}) AS shares${by(keys)})`;
}
