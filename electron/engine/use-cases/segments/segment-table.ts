import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { Failure } from '#shared/contract/failure.ts';
import { usualK, kOf } from '#shared/domain/recipe-target.ts';
import {
  epsilonBounds,
  segmentColumnParts,
  type SegmentColumnPart,
  type Segmentation,
} from '#shared/domain/segments.ts';
import { noisyCount, type Below } from '#shared/segments/geometric-noise.ts';
import { segmentsOf, unknownSegment, type SegmentId } from '#shared/segments/segments-of.ts';
import { withoutSmall, type PeopleGroup } from '#shared/segments/small-groups.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { segmentsText as text } from '#shared/text/segments.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import { neededOf, peopleSql, segmentSql } from '#engine/segments/segment-sql.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { TableInHand } from '#engine/tables/table-in-hand.ts';
import type { AskedSegments } from './asked-segments.ts';
import { lossByRecipe } from './loss-by-recipe.ts';
import { segmentColumns, type SegmentColumns } from './segment-columns.ts';
import { segmentReading, sourceRows, type SegmentReading } from './segment-reading.ts';

/** A segmentation before it is written anywhere. */
export type MadeSegments = Omit<Segmentation, 'output' | 'sha256' | 'registerEntry'>;

interface Counted {
  id: SegmentId;
  people: number;
  /** People with an amount, and their sum. */
  paying: number;
  spent: number;
}

export interface SegmentChances {
  /** ε of earlier exports of the dataset together; null where no log tells. */
  epsilonBefore: number | null;
  below: Below;
}

/** @throws Failure WRONG_USAGE */
function requireAsked({ epsilon, today }: AskedSegments): void {
  if (today !== undefined && !z.iso.date().safeParse(today).success) throw new Failure('WRONG_USAGE', text.noDate);
  const { least, most, step } = epsilonBounds;
  if (epsilon === undefined) return;
  const isStep = Math.abs(epsilon / step - Math.round(epsilon / step)) < 1e-6;
  if (!(epsilon >= least && epsilon <= most && isStep))
    throw new Failure('WRONG_USAGE', text.badEpsilon(least, most, step));
}

/** People by segment, in the order of the method, and what is missing of those not known. */
async function countSegments(
  { duck, relation }: TableInHand,
  chosen: SegmentColumns,
  reading: SegmentReading,
  by: AskedSegments['by'],
  signal: AbortSignal | undefined,
): Promise<{ counted: Counted[]; future: number }> {
  const rows = sourceRows(relation, chosen, reading);
  const people = quoteIdentifier(`segments_${randomUUID()}`);
  const ask = <T>(work: () => Promise<T>): Promise<T> => interruptible(duck, signal, work);
  await ask(() =>
    duck.run(
      `CREATE TEMP TABLE ${people} AS ` +
        segmentSql(
          peopleSql(rows, chosen.rowsAre),
          by,
          neededOf(by, { orders: hasOrders(chosen), amount: rows.amount !== null }),
        ),
    ),
  );
  try {
    const found = await ask(() =>
      duck.query<{ segment: SegmentId; people: number; paying: number; spent: number | null }>(
        `SELECT segment, count(*) AS people, count(amount) AS paying, sum(amount) AS spent FROM ${people} GROUP BY segment`,
      ),
    );
    const [late] =
      rows.days === null
        ? []
        : await ask(() => duck.query<{ n: number }>(`SELECT count(*) AS n FROM ${relation} WHERE ${rows.days} < 0`));
    return {
      counted: segmentsOf(by).map((id) => {
        const one = found.find(({ segment }) => segment === id);
        return { id, people: one?.people ?? 0, paying: one?.paying ?? 0, spent: one?.spent ?? 0 };
      }),
      future: late?.n ?? 0,
    };
  } finally {
    await duck.run(`DROP TABLE IF EXISTS ${people}`);
  }
}

/** Orders are counted, or a column says how many there are. */
export const hasOrders = ({ rowsAre, columns }: SegmentColumns): boolean =>
  rowsAre === 'orders' || columns.frequency !== null;

/** The groups as they may be shown. */
function shownGroups(
  groups: readonly PeopleGroup<SegmentId>[],
  counted: readonly Counted[],
  noisy: (people: number) => number,
): Segmentation['groups'] {
  const told = groups.map((group) => (group.hidden ? null : noisy(group.people)));
  const all = told.reduce<number>((sum, people) => sum + (people ?? 0), 0);
  return groups.map(({ segments }, at) => {
    const people = told[at] ?? null;
    const members = counted.filter(({ id }) => segments.includes(id));
    const paying = members.reduce((sum, one) => sum + one.paying, 0);
    return {
      segments: [...segments],
      name: text.group(segments),
      people,
      share: people === null || all === 0 ? null : people / all,
      meanSpend: people === null || paying === 0 ? null : members.reduce((sum, { spent }) => sum + spent, 0) / paying,
    };
  });
}

/** What was chosen for the person, left out or changed. */
function notesOf(
  asked: AskedSegments,
  chosen: SegmentColumns,
  reading: SegmentReading,
  { future, k, changed, unknown }: { future: number; k: number; changed: number; unknown: number },
): string[] {
  const { notes } = text;
  const { columns, rowsAre, personRepeats, rowsOfNobody } = chosen;
  const parts = segmentColumnParts.flatMap((part) => {
    const column = columns[part];
    return column?.chosenBy === 'classification' && (part !== 'person' || personRepeats)
      ? [{ part, name: column.name }]
      : [];
  });
  const commas = (['frequency', 'monetary'] as const).flatMap((part) =>
    reading.marks[part] === ',' ? (columns[part]?.name ?? []) : [],
  );
  const missing = segmentColumnParts.filter(
    (part): part is Exclude<SegmentColumnPart, 'person'> =>
      part !== 'person' && columns[part] !== null && (asked.by === 'rfm' || part === 'monetary'),
  );
  const from = asked.today !== undefined ? 'asked' : asked.recipe !== undefined ? 'recipe' : 'today';
  const person = columns.person?.name ?? '';
  return [
    ...(parts.length === 0 ? [] : [notes.columns(parts)]),
    ...(personRepeats ? [rowsAre === 'orders' ? notes.orders(person) : notes.customers(person)] : []),
    ...(columns.person === null ? [notes.rowsArePeople] : []),
    ...(personRepeats && rowsOfNobody > 0 ? [notes.nobody(rowsOfNobody, person)] : []),
    ...(reading.recency === null ? [] : [notes.day(reading.day, from)]),
    ...(future > 0 ? [notes.future(future, reading.day)] : []),
    ...(reading.eitherWay ? [notes.dayFirst(columns.recency?.name ?? '')] : []),
    ...(commas.length === 0 ? [] : [notes.comma(commas)]),
    ...(unknown > 0 ? [notes.unknown(unknown, missing)] : []),
    ...(asked.by === 'value' ? [] : [notes.ties]),
    notes.k(k, asked.small, changed, asked.k !== undefined ? 'asked' : asked.recipe !== undefined ? 'recipe' : 'usual'),
  ];
}

/**
 * Puts the people of a table into segments (docs/definitions.md, "Segments"): counts of people, none of which is below
 * k, and what a recipe loses of them.
 * @throws Failure COLUMN_UNKNOWN; WRONG_USAGE where a column, the day or ε cannot be what was named; TARGET_MISSED where
 *   all people are fewer than k; RECIPE_INVALID, JOB_CANCELLED
 */
export async function segmentTable(
  state: EngineSession,
  table: TableInHand,
  asked: AskedSegments,
  { epsilonBefore, below }: SegmentChances,
  signal: AbortSignal | undefined,
): Promise<MadeSegments> {
  requireAsked(asked);
  const { recipe, by, epsilon } = asked;
  const chosen = await segmentColumns(table, asked);
  const day = asked.today ?? recipe?.referenceDate ?? state.today();
  const reading = await segmentReading(table, chosen, day);
  const { counted, future } = await countSegments(table, chosen, reading, by, signal);
  const people = counted.reduce((sum, one) => sum + one.people, 0);
  const k = asked.k ?? (recipe === undefined ? usualK : kOf(recipe));
  const groups = withoutSmall(counted, k, asked.small);
  if (groups === null) throw new Failure('TARGET_MISSED', text.tooFew(people, k, table.fileName));
  const noisy = (many: number): number => (epsilon === undefined ? many : noisyCount(many, epsilon, below));
  const shown = shownGroups(groups, counted, noisy);
  const hiddenOnes = groups.filter(({ hidden }) => hidden);
  const changed =
    hiddenOnes.length + groups.reduce((sum, { segments }) => sum + (segments.length > 1 ? segments.length : 0), 0);
  const loss =
    recipe === undefined
      ? null
      : await lossByRecipe(state, table, { asked: { ...asked, recipe }, chosen, reading, groups, k }, signal);
  const { notes } = text;
  // A hidden number of unknown people is not told beside the groups either.
  const isUnknownShown = groups.some(
    ({ segments, hidden }) => segments.length === 1 && segments[0] === unknownSegment && !hidden,
  );
  const unknown = isUnknownShown && epsilon === undefined ? counted.at(-1)!.people : 0;
  const name = (part: SegmentColumnPart) => {
    const column = chosen.columns[part];
    return column === null ? null : { name: column.name, chosenBy: column.chosenBy };
  };
  return {
    file: table.fileName,
    by,
    rowsAre: chosen.rowsAre,
    referenceDate: day,
    columns: {
      person: name('person'),
      recency: name('recency'),
      frequency: name('frequency'),
      monetary: name('monetary'),
    },
    rows: table.rows,
    people: epsilon === undefined ? people : shown.reduce((sum, one) => sum + (one.people ?? 0), 0),
    rowsOfNobody: chosen.personRepeats ? chosen.rowsOfNobody : 0,
    k,
    small: asked.small,
    groups: shown,
    hidden:
      hiddenOnes.length === 0
        ? null
        : {
            groups: hiddenOnes.length,
            people: epsilon === undefined ? hiddenOnes.reduce((sum, one) => sum + one.people, 0) : null,
          },
    noise: epsilon === undefined ? null : { epsilon, before: epsilonBefore },
    loss,
    notes: [
      ...notesOf(asked, chosen, reading, { future, k, changed, unknown }),
      ...(hiddenOnes.length === 0 ? [] : [notes.hidden]),
      ...(epsilon === undefined ? [] : [notes.noise(epsilon, epsilonBefore), notes.meansExact]),
      ...(loss === null ? [] : [loss.missing.length > 0 ? notes.lossMissing(loss.missing) : notes.lossMiddle]),
    ],
  };
}
