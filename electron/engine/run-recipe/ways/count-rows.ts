import { randomUUID } from 'node:crypto';
import { pickRows } from '#engine/anonymise/attack/without-small-classes.ts';
import type { CodedTable } from '#engine/anonymise/coded/coded-table.ts';
import { countGroups } from '#engine/anonymise/counts/count-groups.ts';
import { appendRows } from '#engine/analysis/append-rows.ts';
import { lossesOf, readCounted } from './read-counted.ts';
import { eachPerson } from './value-lists.ts';
import { type Remade, type WayInput, type WayLoss } from './way-input.ts';

/** Rows that stand for people: one per person and combination, those of small groups left out. */
export interface Counted {
  /** Rows left out because too few people have their combination. */
  small: number;
  /** Further rows of people who are counted with the same combination already. */
  repeated: number;
  losses: WayLoss[];
  remade: Remade;
}

/**
 * Leaves out every further row of a person with the same combination, and the combinations of fewer than k people: what
 * stays is counted when it is written.
 * @throws Failure JOB_CANCELLED
 */
export async function leaveCountable(input: WayInput): Promise<Counted> {
  const { rows, outputs, k, person } = input;
  const { table, whole } = await readCounted(input);
  const losses = lossesOf(table, outputs);
  const people = person === null ? undefined : eachPerson(whole);
  const columns = table.columns.map((_, at) => at);
  const { leftOut } = countGroups(table, { columns, k, ...(people === undefined ? {} : { people }) });
  const name = `small_${randomUUID().replaceAll('-', '')}`;
  const numbered = `(SELECT rid, row_number() OVER (ORDER BY rid) - 1 AS place FROM ${rows.relation})`;
  try {
    await appendRows(rows.duck, name, ['place'], async (add) => leftOut.forEach((row) => add([String(row)])));
    await rows.run(
      `INSERT INTO ${rows.gone} SELECT n.rid FROM ${numbered} n JOIN ${name} s ON n.place = s.place::BIGINT`,
    );
  } finally {
    await rows.duck.run(`DROP TABLE IF EXISTS ${name}`);
  }
  const before = await rows.count(rows.gone);
  if (person !== null) {
    const list = outputs.map(({ physical }) => physical).join(', ');
    await rows.run(
      `INSERT INTO ${rows.gone} SELECT rid FROM (SELECT rid, ${person} AS who, row_number() OVER (PARTITION BY ${list}, ` +
        `${person} ORDER BY rid) AS nth FROM ${rows.relation}) WHERE nth > 1 AND who IS NOT NULL`,
    );
  }
  const repeated = (await rows.count(rows.gone)) - before;
  rows.leaveOut();
  return { small: leftOut.length, repeated, losses, remade: countedAnew(table, people, k) };
}

/** Of each person the first row with each combination. */
function onceEach({ rows, columns }: CodedTable, people: Uint32Array): Uint32Array {
  const seen = new Set<string>();
  return Uint32Array.from({ length: rows }, (_, row) => row).filter((row) => {
    const key = `${people[row]!} ${columns.map(({ codes }) => codes[row]!).join(' ')}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** The people that are counted, each once, and who of some of them would be. */
function countedAnew(table: CodedTable, people: Uint32Array | undefined, k: number): Remade {
  const once = people === undefined ? null : onceEach(table, people);
  const counted = once === null ? table : pickRows(table, once);
  const persons = once === null ? undefined : Uint32Array.from(once, (row) => people![row]!);
  const columns = table.columns.map((_, at) => at);
  return {
    people: counted,
    persons,
    releaseOf: async (half) => {
      const part = pickRows(counted, half);
      const left = new Set(countGroups(part, { columns, k }).leftOut);
      return {
        released: pickRows(
          part,
          Uint32Array.from(half.keys()).filter((row) => !left.has(row)),
        ),
      };
    },
  };
}
