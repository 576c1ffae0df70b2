import { randomUUID } from 'node:crypto';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import type { PolicyInForce } from '#shared/policy/index.ts';
import { consentStates, type ConsentState } from '#shared/domain/consent.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import { breathe } from '#engine/jobs/cancelled.ts';
import { momentSql, stateSql, takenBackSql, unreadState } from '../facts/consent-state-sql.ts';
import { bothReadings, type SwappedDates } from '../facts/read-date.ts';
import { dateOrder, type DateOrder } from './date-order.ts';
import { readGoogle } from './google-signals.ts';
import type { ReadEvent, ReadPlace } from './read-event.ts';
import { readTcf, type TcfAsked } from './tcf.ts';

/** SQL of the texts of a table's columns, by what each of them says. */
export interface ConsentTable {
  key: string;
  purpose: string | null;
  date: string | null;
  until: string | null;
  says:
    | { form: 'state'; state: string | null; takenBack: readonly string[] }
    | { form: 'tcf'; signal: string; asked: TcfAsked; policyOn: (day: string) => PolicyInForce }
    | { form: 'google'; signals: readonly { name: string; sql: string }[] };
  /** Day that a source without dates speaks of. */
  asOf: string | null;
}

/** Rows that are read at a time: between them the job can be cancelled. */
const page = 20_000;
/** Signs from which on a TC string may list many ranges of vendors. */
const longSignal = 1000;

const present = (value: string): string => `(nullif(trim(${value}), '') IS NOT NULL)::VARCHAR`;

/** In which order each column writes day and month. */
interface Orders {
  date: DateOrder;
  until: DateOrder;
  state: DateOrder;
}

const orderOr = <Else extends SwappedDates>(
  order: DateOrder,
  otherwise: Else,
): Exclude<DateOrder, 'undecided'> | Else => (order === 'undecided' ? otherwise : order);

/** A date of no order: nobody can tell which of two days it says. */
function isSwappable(value: string): string {
  const { dayFirst, monthFirst } = bothReadings(value);
  return `coalesce(${dayFirst} <> ${monthFirst}, false)::VARCHAR`;
}

/** Every column that is selected, under a name of its own. */
function selected({ key, purpose, date, until, says }: ConsentTable, orders: Orders): Map<string, string> {
  const columns = new Map<string, string | null>([
    ['key', key],
    ['purpose', purpose],
    ['at', date === null ? null : momentSql(date, orderOr(orders.date, 'neither'))],
    ['dated', date === null ? null : present(date)],
    ['swappable', date === null || orders.date !== 'undecided' ? null : isSwappable(date)],
    ['until', until === null ? null : momentSql(until, orderOr(orders.until, 'earlier'))],
  ]);
  if (says.form === 'tcf') columns.set('signal', says.signal);
  if (says.form === 'google') for (const { name, sql } of says.signals) columns.set(`google ${name}`, sql);
  if (says.form === 'state') {
    columns.set('state', says.state === null ? null : stateSql(says.state));
    columns.set('stateAt', says.state === null ? null : momentSql(says.state, orderOr(orders.state, 'neither')));
    for (const [at, sql] of says.takenBack.entries()) columns.set(`taken ${at}`, takenBackSql(sql));
  }
  return new Map([...columns].flatMap(([name, sql]) => (sql === null ? [] : [[name, sql] as const])));
}

type Cells = (name: string) => string | null;

const stateNamed = (text: string | null): ConsentState | null => consentStates.find((state) => state === text) ?? null;

/** When something happened, by the columns and what a person said of the whole source. */
function whenOf(cells: Cells, { asOf }: ConsentTable, own: string | null): Pick<ReadEvent, 'at' | 'doubt'> {
  const at = cells('at') ?? own;
  if (at === null && cells('swappable') === 'true') return { at: null, doubt: 'swappable' };
  // A date that nobody can read is none of the day that the rest of the source speaks of.
  if (at === null && cells('dated') === 'true') return { at: null, doubt: 'unreadable' };
  return { at: at ?? asOf, doubt: null };
}

function bySignal(cells: Cells, table: ConsentTable): Omit<ReadEvent, 'key' | 'purpose'>[] | ReadPlace['unread'] {
  const { says } = table;
  const until = cells('until')?.slice(0, 10) ?? null;
  if (says.form === 'tcf') {
    const signal = (cells('signal') ?? '').trim();
    if (signal === '') return 'nothing-said';
    const read = readTcf(signal, says.asked, says.policyOn);
    return 'unread' in read ? read.unread : [{ ...read, until, doubt: null }];
  }
  if (says.form === 'google') {
    const state = readGoogle(new Map(says.signals.map(({ name }) => [name, cells(`google ${name}`)])));
    return state === null ? 'nothing-said' : [{ state, until, ...whenOf(cells, table, null) }];
  }
  const said = cells('state');
  const when = whenOf(cells, table, cells('stateAt'));
  const state = stateNamed(said);
  const events: Omit<ReadEvent, 'key' | 'purpose'>[] = [];
  if (state !== null) events.push({ state, until, ...when });
  else if (said === unreadState) events.push({ state: 'unknown', until, at: when.at, doubt: 'unreadable' });
  for (const [at] of says.takenBack.entries()) {
    const taken = cells(`taken ${at}`);
    if (taken !== null)
      events.push({ state: 'withdrawn', at: taken === 'withdrawn' ? null : taken, until: null, doubt: null });
  }
  return events.length === 0 ? 'nothing-said' : events;
}

/** What one row says. */
function readRow(row: number, cells: Cells, table: ConsentTable): ReadPlace {
  const key = cells('key')?.trim() ?? '';
  if (key === '') return { row, events: [], unread: 'no-person' };
  const found = bySignal(cells, table);
  if (!Array.isArray(found)) return { row, events: [], unread: found };
  const purpose = cells('purpose');
  return { row, unread: null, events: found.map((event) => ({ key, purpose, ...event })) };
}

/**
 * Reads what every row of a table says of its person's consent, in the order of the rows, each numbered from 1.
 * @throws Failure JOB_CANCELLED
 */
export async function* readTable(
  duck: Duck,
  relation: string,
  table: ConsentTable,
  signal: AbortSignal,
): AsyncGenerator<ReadPlace> {
  const order = (sql: string | null): Promise<DateOrder> =>
    sql === null ? Promise.resolve('undecided') : dateOrder(duck, relation, sql, signal);
  const columns = selected(table, {
    date: await order(table.date),
    until: await order(table.until),
    state: await order(table.says.form === 'state' ? table.says.state : null),
  });
  const names = [...columns.keys()];
  const rows = quoteIdentifier(`consent_${randomUUID()}`);
  await interruptible(duck, signal, () =>
    duck.run(
      `CREATE TEMP TABLE ${rows} AS SELECT ${[...columns.values()].map((sql, at) => `${sql} AS c${at}`).join(', ')} ` +
        `FROM ${relation}`,
    ),
  );
  try {
    for (let from = 0; ; from += page) {
      const cells = await interruptible(duck, signal, () =>
        duck.texts(
          `SELECT ${names.map((_, at) => `c${at}`).join(', ')} FROM ${rows} WHERE rowid >= ${from} AND rowid < ` +
            `${from + page} ORDER BY rowid`,
        ),
      );
      const found = cells[0]?.length ?? 0;
      if (found === 0) return;
      for (let at = 0; at < found; at += 1) {
        const cell: Cells = (name) => {
          const column = names.indexOf(name);
          return column === -1 ? null : (cells[column]?.[at] ?? null);
        };
        // Strings of the framework are made by anybody, and a long one may take a second to read.
        if (table.says.form === 'tcf' && (at % 100 === 0 || (cell('signal')?.length ?? 0) > longSignal))
          await breathe(signal);
        yield readRow(from + at + 1, cell, table);
      }
      await breathe(signal);
    }
  } finally {
    await duck.run(`DROP TABLE IF EXISTS ${rows}`);
  }
}
