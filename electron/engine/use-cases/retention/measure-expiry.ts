import { dayAfter } from '#shared/consent/consent-event.ts';
import { unitsOf } from '#shared/domain/iso-duration.ts';
import type { ColumnProfile } from '#shared/domain/profile.ts';
import type { RetentionBinding } from '#shared/retention/bind-rules.ts';
import { quoteIdentifier, quoteText } from '#shared/sql/quote.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import { readDate, type SwappedDates } from '#engine/facts/read-date.ts';
import type { DatasetInHand } from '#engine/tables/from-dataset.ts';

/** What of a dataset is over by one rule. */
export interface Expiry {
  binding: RetentionBinding;
  /** Rows, or cells that hold something. */
  total: number;
  /** Past the period, those included that have no date and are decided to be over. */
  over: number;
  /** By month (YYYY-MM) of their last day, those that are not over. */
  ends: { month: string; ends: number }[];
  undated: number;
  undatedKept: number;
  /** Numbers of the first undated rows, from 1. */
  undatedRows: number[];
  /** Numbers (from 0) of the rows that are over; empty where they were not asked for. */
  rows: Uint32Array;
}

/** Temporary table of the connection: a row's end by each rule. */
const endsTable = 'retention_ends';
/** Undated rows that are named. */
const named = 20;
/** Days that programs write where none is known. */
const placeholders = ['1899-12-30', '1899-12-31', '1900-01-01', '1970-01-01', '0001-01-01'];

/** In the order that the column is written in; where nothing tells, the later day, so that nothing goes too early. */
function orderOf(profile: ColumnProfile | undefined): SwappedDates {
  const forms = profile?.dateForms ?? [];
  const has = (order: 'd' | 'm'): boolean => forms.some((form) => new RegExp(`^${order}[/-]`).test(form));
  if (has('d') === has('m')) return 'later';
  return has('d') ? 'day-first' : 'month-first';
}

const isFilled = (cell: string): string => `nullif(trim(${cell}), '') IS NOT NULL`;

/** A day that was read: NULL where it stands for none, or lies in the future. */
function knownDay(day: string, today: string): string {
  const none = placeholders.map((one) => `DATE ${quoteText(one)}`).join(', ');
  return `CASE WHEN ${day} <= DATE ${quoteText(dayAfter(today))} AND ${day} NOT IN (${none}) THEN ${day} END`;
}

/** The day from which a row counts: that of the import where no date tells and somebody decided so. */
function startSql(
  binding: RetentionBinding,
  known: { dayOf(name: string): string; imported: string; at: number },
): string {
  const start = datedStartSql(binding, known);
  return binding.undated?.as === 'import' ? `coalesce(${start}, DATE ${quoteText(known.imported)})` : start;
}

/** The same of the days that are read already. */
function datedStartSql(
  { by, latest, person, starts }: RetentionBinding,
  { dayOf, imported, at }: { dayOf(name: string): string; imported: string; at: number },
): string {
  if (by === 'import') return `DATE ${quoteText(imported)}`;
  const days = starts.map(dayOf);
  if (days.length === 0) return 'NULL::DATE';
  const one = days.length === 1 ? days[0]! : `${latest ? 'greatest' : 'least'}(${days.join(', ')})`;
  // Whoever acted in any row acted, and whoever is nobody is each by themselves.
  return person === null ? one : `CASE WHEN q${at} IS NULL THEN ${one} ELSE max(${one}) OVER (PARTITION BY q${at}) END`;
}

interface Asked {
  today: string;
  profiles: readonly ColumnProfile[];
  signal: AbortSignal;
  /** Whether the numbers of the rows that are over are wanted. */
  withRows: boolean;
}

const interval = (duration: string | null): string => {
  const { months, days } = unitsOf(duration ?? 'P0D');
  return `INTERVAL ${months} MONTH + INTERVAL ${days} DAY`;
};

/**
 * Puts the last day of each row by each rule into a temporary table of the table's connection: one scan, whatever the
 * number of rules. `p<n>`: the rule is about something in the row; `e<n>`: NULL where no date tells.
 */
async function placeEnds(table: DatasetInHand, bindings: readonly RetentionBinding[], asked: Asked): Promise<void> {
  const { duck, relation, columns } = table;
  const cellOf = (name: string): string =>
    quoteIdentifier(columns.find((column) => column.name === name)?.physical ?? name);
  const dates = [...new Set(bindings.flatMap(({ starts }) => starts))];
  const read = dates.map((name, at) => {
    const profile = asked.profiles.find((one) => one.name === name);
    return `${readDate(cellOf(name), orderOf(profile))} AS x${at}`;
  });
  const filled = bindings.flatMap(({ column, person }, at) => [
    `${column === '' ? 'true' : isFilled(cellOf(column))} AS p${at}`,
    ...(person === null ? [] : [`nullif(trim(${cellOf(person)}), '') AS q${at}`]),
  ]);
  const days = dates.map((_, at) => `${knownDay(`x${at}`, asked.today)} AS d${at}`);
  // A day of UTC, as it was entered.
  const imported = table.session.record.summary.importedAt.slice(0, 10);
  const ends = bindings.flatMap((binding, at) => {
    const { duration, grace } = binding.rule;
    const start = startSql(binding, { dayOf: (name) => `d${dates.indexOf(name)}`, imported, at });
    return [`p${at}`, `CAST((${start}) + ${interval(duration)} + ${interval(grace)} AS DATE) AS e${at}`];
  });
  await duck.run(`DROP TABLE IF EXISTS ${endsTable}`);
  await duck.run(
    `CREATE TEMP TABLE ${endsTable} AS SELECT r, ${ends.join(', ')} FROM (SELECT ${['*', ...days].join(', ')} FROM ` +
      `(SELECT ${['rowid AS r', ...read, ...filled].join(', ')} FROM ${relation}))`,
  );
}

/** Whether a row is over by a rule, in SQL over the temporary table. */
function overSql({ undated }: RetentionBinding, at: number, today: string): string {
  const over = `e${at} < DATE ${quoteText(today)}`;
  return `p${at} AND (${undated?.as === 'over' ? `${over} OR e${at} IS NULL` : over})`;
}

async function count(table: DatasetInHand, binding: RetentionBinding, at: number, asked: Asked): Promise<Expiry> {
  const { duck } = table;
  const { today } = asked;
  const decided = binding.rule.duration !== null;
  const over = decided ? overSql(binding, at, today) : 'false';
  const found = await duck.query<{ month: string | null; over: boolean; n: number }>(
    `SELECT strftime(e${at}, '%Y-%m') AS month, coalesce(${over}, false) AS over, count(*) AS n ` +
      `FROM ${endsTable} WHERE p${at} GROUP BY ALL ORDER BY month`,
  );
  const sum = (of: typeof found): number => of.reduce((all, { n }) => all + n, 0);
  const without = found.filter((one) => !one.over && one.month === null);
  const stays = binding.undated?.as === 'kept' && binding.undated.until >= today;
  const numbers =
    without.length === 0 || stays
      ? []
      : await duck.query<{ r: number }>(
          `SELECT r FROM ${endsTable} WHERE p${at} AND e${at} IS NULL ORDER BY r LIMIT ${named}`,
        );
  const rows = !asked.withRows || !decided ? [] : await duck.texts(`SELECT r::VARCHAR FROM ${endsTable} WHERE ${over}`);
  return {
    binding,
    total: sum(found),
    over: sum(found.filter((one) => one.over)),
    ends: !decided ? [] : found.flatMap(({ month, over: is, n }) => (is || month === null ? [] : [{ month, ends: n }])),
    undated: stays ? 0 : sum(without),
    undatedKept: stays ? sum(without) : 0,
    undatedRows: numbers.map(({ r }) => r + 1),
    rows: Uint32Array.from((rows[0] ?? []).map(Number)),
  };
}

/**
 * What of a dataset is over, and what ends when: one scan of its rows. No value leaves it.
 * @throws Failure JOB_CANCELLED
 */
export async function measureExpiry(
  table: DatasetInHand,
  bindings: readonly RetentionBinding[],
  { today, signal, withRows }: Omit<Asked, 'profiles'>,
): Promise<Expiry[]> {
  if (bindings.length === 0) return [];
  const asked = { today, signal, withRows, profiles: await table.profiles() };
  return interruptible(table.duck, signal, async () => {
    try {
      await placeEnds(table, bindings, asked);
      const found: Expiry[] = [];
      for (const [at, binding] of bindings.entries()) found.push(await count(table, binding, at, asked));
      return found;
    } finally {
      await table.duck.run(`DROP TABLE IF EXISTS ${endsTable}`).catch(() => undefined);
    }
  });
}
