import { recommendText } from '#shared/text/engine/recommend.ts';
import { attackTold } from './attack-told.ts';
import { assemble } from './assemble.ts';
import type { Found, Table, TableWork } from './choose-levels.ts';
import { formOf } from './form.ts';
import { smallRows } from './measure-recipe.ts';
import { rivalOf } from './rivals.ts';
import { inParts, mostColumns } from './search-input.ts';
import { dropped, entry, isDropped, stepAt, tellsNothing, type CodedColumn, type Stand } from './stands.ts';
import type { Ladder } from './step-spec.ts';

/** More columns left out than this share one reason. */
const reasonsEach = 60;

type Finished = Table & { stands: Map<Ladder, Stand> };

/** Why a table is as it is: why columns are left out, why those that attacks keep coarse are no finer, and what they found. */
export async function sayWhy(work: TableWork, table: Finished): Promise<Omit<Found, 'stands'>> {
  const leftOut = await whyLeftOut(work, table);
  const noFiner = await whyNoFiner(work, table);
  return { leftOut, noFiner, attacked: whyCoarser(work, table) };
}

/** What attacks found in the table that k alone allows, where that is more than a release may let them find. */
function whyCoarser({ on, attack }: TableWork, { refused }: Finished): string | null {
  const limits = on.input.attacks?.limits;
  if (refused === null || attack === null || limits === undefined || (refused.low ?? 0) <= limits[refused.attack])
    return null;
  return recommendText.attacked.asFine(...attackTold(refused, limits), attack.tried);
}

/**
 * Why each ladder that is left out is: another column tells it already, it could be inferred, too many rows would be
 * alone with it, or an attack would find too much; measured on the finished table.
 */
async function whyLeftOut(work: TableWork, table: Finished): Promise<Map<Ladder, string>> {
  const { stands, inferable } = table;
  const { release } = work.on.input;
  const out = work.ladders.filter((ladder) => isDropped(ladder, stands.get(ladder) ?? dropped(ladder)));
  const kept = work.ladders.filter((ladder) => !out.includes(ladder));
  const reasons = new Map<Ladder, string>();
  const costly: Ladder[] = [];
  for (const ladder of out) {
    const rival = rivalOf(ladder, kept);
    const told = inferable.get(ladder);
    if (rival !== undefined) reasons.set(ladder, recommendText.alreadyTold[rival.told](rival.by.column.name));
    else if (told !== undefined) reasons.set(ladder, recommendText.inferable(told));
    else if (release === 'anonymised' && kept.length >= mostColumns)
      reasons.set(ladder, recommendText.narrowEnough(kept.length));
    else costly.push(ladder);
  }
  for (const [ladder, reason] of await whyCostly(work, table, costly)) reasons.set(ladder, reason);
  return reasons;
}

/** What one more column would cost: rows in small classes, or an attack that finds too much. */
async function whyCostly(work: TableWork, table: Finished, costly: readonly Ladder[]): Promise<Map<Ladder, string>> {
  const { k, release, suppression } = work.on.input;
  const allowed = Math.floor(work.rows * suppression);
  const reasons = new Map<Ladder, string>();
  const small = new Map<Ladder, { rows: number; form: string }>();
  for (const part of inParts(costly))
    for (const column of await work.load(part)) {
      await work.breathe();
      const { ladder } = column;
      if (tellsNothing(column)) {
        reasons.set(ladder, recommendText.sameThroughout);
        continue;
      }
      const rows = await rowsWith(work, table, column);
      const form = formOf(stepAt(ladder, entry(column)));
      if (rows > allowed || work.attack === null) small.set(ladder, { rows, form });
      else reasons.set(ladder, await whyAttacked(work, table, column));
    }
  const counts = [...small.values()].map(({ rows }) => rows);
  const sentence = release === 'anonymised' ? recommendText.leftOut.anonymised : recommendText.leftOut.otherwise;
  for (const [ladder, { rows, form }] of small)
    reasons.set(
      ladder,
      costly.length > reasonsEach
        ? recommendText.leftOut.many(k, Math.min(...counts), Math.max(...counts), allowed)
        : sentence(k, form, rows, allowed),
    );
  return reasons;
}

/** Rows in small classes of the whole file, with one more column. */
async function rowsWith(
  { on, choices, every }: TableWork,
  { search, stands }: Finished,
  column: CodedColumn,
): Promise<number> {
  if (every < 2) return search.smallWith(column);
  const finer = new Map([...stands, [column.ladder, entry(column)] as const]);
  return smallRows(on, assemble(on.input, choices, { stands: finer, leftOut: new Map() }));
}

async function whyAttacked({ attack, limits }: TableWork, { search }: Finished, column: CodedColumn): Promise<string> {
  const stand = entry(column);
  const found = (await attack?.worst(new Map([...search.stands, [column, stand]]))) ?? null;
  const form = formOf(stepAt(column.ladder, stand));
  return found === null || limits === null
    ? recommendText.attacked.ended(attack?.tried ?? 0)
    : recommendText.attacked.leftOut(form, ...attackTold(found, limits));
}

/** A finer form in words; which value it shows besides is not told. */
function finerForm(ladder: Ladder, now: Stand | undefined, finer: Stand): string {
  const isValue = ladder.parts?.kind === 'values' && now !== undefined && 'parts' in now && 'parts' in finer;
  return isValue ? recommendText.form.oneMore : formOf(stepAt(ladder, finer));
}

/** The first finer form of each column that attacks hold, as far as few enough rows would be left out by it. */
async function whyNoFiner({ attack, limits }: TableWork, { search, frozen }: Finished): Promise<Map<Ladder, string>> {
  const reasons = new Map<Ladder, string>();
  if (attack === null || limits === null) return reasons;
  for (const column of search.kept().filter(({ ladder }) => frozen.has(ladder)))
    for (const stand of search.next(column)) {
      const found = await attack.worst(new Map([...search.stands, [column, stand]]));
      if (found === null) continue;
      const form = finerForm(column.ladder, search.stands.get(column), stand);
      reasons.set(column.ladder, recommendText.attacked.noFiner(form, ...attackTold(found, limits)));
      break;
    }
  return reasons;
}
