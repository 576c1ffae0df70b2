import type { JoinRisk } from '#shared/domain/joined-view.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';

/** A column of the view: what it is called there, whose it is, and the SQL of its text there. */
export interface RiskColumn {
  name: string;
  side: 'left' | 'right';
  sql: string;
}

/** Both datasets and the rows of the view, in one data engine. */
export interface RiskTables {
  duck: Duck;
  left: { relation: string; keys: string };
  right: { relation: string; keys: string };
  /** Name of a table of `l`, `r` and `person`. */
  pairs: string;
  signal: AbortSignal | undefined;
}

/** Columns of which is reckoned what they add; the cost is a scan for each. */
const mostWeighed = 40;

const list = (columns: readonly string[]): string => columns.join(', ');

/**
 * SQL of the people whom some row tells apart: nobody else has a row that says the same. Rows that name nobody are no
 * further person. Without a column everybody is alike.
 */
const alonePeople = (rows: string, by: readonly string[]): string =>
  `SELECT DISTINCT person FROM (SELECT any_value(person) AS person FROM ${rows}${by.length === 0 ? '' : ` GROUP BY ${list(by)}`} ` +
  'HAVING count(DISTINCT person) = 1)';

/** The rows of a dataset with whoever they are of, and of its columns those that count. */
const rowsOf = (
  { relation, keys }: RiskTables['left'],
  columns: readonly RiskColumn[],
  names: readonly string[],
): string =>
  `SELECT d.rowid AS rid, k.person${columns.map(({ sql }, at) => `, ${sql} AS ${names[at]}`).join('')} FROM ${relation} d ` +
  `LEFT JOIN ${keys} k ON k.rid = d.rowid`;

/**
 * Who can be singled out before and after a join, in people and not in rows. Somebody is alone where one of their rows
 * has a combination of texts that nobody else has; NULL is a text of its own.
 * @param columns of the view, as far as they count
 * @throws Failure JOB_CANCELLED
 */
export async function peopleRisk(tables: RiskTables, columns: readonly RiskColumn[]): Promise<JoinRisk> {
  const { duck, signal } = tables;
  const run = (sql: string): Promise<void> => interruptible(duck, signal, () => duck.run(sql));
  const number = async (sql: string): Promise<number> => {
    const [told] = await interruptible(duck, signal, () => duck.query<{ n: number }>(sql));
    return told?.n ?? 0;
  };
  const codes = columns.map((_, at) => `q${at}`);
  const ofSide = (side: 'left' | 'right') => columns.flatMap((column, at) => (column.side === side ? [at] : []));
  const made: string[] = [];
  const keep = async (name: string, sql: string): Promise<string> => {
    await run(`CREATE OR REPLACE TEMP TABLE ${name} AS ${sql}`);
    made.push(name);
    return name;
  };
  try {
    for (const side of ['left', 'right'] as const) {
      const at = ofSide(side);
      const own = rowsOf(
        tables[side],
        at.map((one) => columns[one]!),
        at.map((one) => codes[one]!),
      );
      await keep(`risk_${side}`, own);
      await keep(
        `risk_alone_${side}`,
        alonePeople(
          `risk_${side}`,
          at.map((one) => codes[one]!),
        ),
      );
    }
    const select = [
      ...ofSide('left').map((at) => `, a.${codes[at]}`),
      ...ofSide('right').map((at) => `, b.${codes[at]}`),
    ];
    await keep(
      'risk_view',
      `SELECT p.person${select.join('')} FROM ${tables.pairs} p LEFT JOIN risk_left a ON a.rid = p.l LEFT JOIN risk_right ` +
        'b ON b.rid = p.r',
    );
    await keep('risk_alone', alonePeople('risk_view', codes));
    await keep(
      'risk_only_after',
      'SELECT person FROM risk_alone WHERE person NOT IN (SELECT person FROM risk_alone_left) AND person NOT IN (SELECT ' +
        'person FROM risk_alone_right)',
    );
    const onlyAfter = await number('SELECT count(*) AS n FROM risk_only_after');
    const people = (table: string) => number(`SELECT count(DISTINCT person) AS n FROM ${table}`);
    const alone = (table: string) => number(`SELECT count(*) AS n FROM ${table}`);
    const worst: JoinRisk['worst'] = [];
    if (onlyAfter > 0)
      for (const [at, { name }] of columns.slice(0, mostWeighed).entries()) {
        const without = alonePeople(
          'risk_view',
          codes.filter((_, other) => other !== at),
        );
        const freed = await number(
          `SELECT count(*) AS n FROM risk_only_after WHERE person NOT IN (SELECT person FROM (${without}))`,
        );
        if (freed > 0) worst.push({ column: name, people: freed });
      }
    return {
      columns: columns.map(({ name }) => name),
      left: { people: await people('risk_left'), unique: await alone('risk_alone_left') },
      right: { people: await people('risk_right'), unique: await alone('risk_alone_right') },
      joined: { people: await people('risk_view'), unique: await alone('risk_alone') },
      onlyAfter,
      worst: worst.toSorted((a, b) => b.people - a.people),
    };
  } finally {
    for (const table of made) await duck.run(`DROP TABLE IF EXISTS ${table}`).catch(() => undefined);
  }
}
