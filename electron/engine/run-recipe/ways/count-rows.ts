import { randomUUID } from 'node:crypto';
import type { PrivacySpend } from '#shared/domain/privacy-spend.ts';
import type { Way } from '#shared/plan/plan-node.ts';
import { pickRows } from '#engine/anonymise/attack/without-small-classes.ts';
import { codeTable } from '#engine/anonymise/coded/code-table.ts';
import type { CodedTable } from '#engine/anonymise/coded/coded-table.ts';
import { countGroups } from '#engine/anonymise/counts/count-groups.ts';
import { noisyGroups } from '#engine/anonymise/counts/noisy-groups.ts';
import type { RandomBits } from '#engine/anonymise/noise/random-bits.ts';
import { appendRows } from '#engine/analysis/append-rows.ts';
import { digestOf, domainsOf, eachPerson, restOf, valueOrNone } from './value-lists.ts';
import { entropyOf, type Remade, type WayInput, type WayLoss } from './way-input.ts';

/** Rows that stand for people: one per person and combination, those of small groups left out. */
export interface Counted {
  /** Rows left out because too few people have their combination. */
  small: number;
  /** Further rows of people who are counted with the same combination already. */
  repeated: number;
  losses: WayLoss[];
  remade: Remade;
}

/** Counts with noise. */
export interface CountedWithNoise {
  /** Name of the temporary table of the counts: the outputs under their physical names, and `people`. */
  table: string;
  /** Groups that are written. */
  rows: number;
  /** Standard deviation of the noise in a count. */
  deviation: number;
  spend: PrivacySpend;
  losses: WayLoss[];
}

async function read({ rows, outputs, person, signal }: WayInput): Promise<{ table: CodedTable; whole: CodedTable }> {
  const columns = outputs.map(({ name, physical }) => ({ name, sql: valueOrNone(physical) }));
  const asked = person === null ? columns : [...columns, { name: 'person', sql: `${person}::VARCHAR` }];
  const whole = await codeTable({ duck: rows.duck, relation: rows.relation, columns: asked, orderBy: 'rid', signal });
  return { whole, table: { rows: whole.rows, columns: whole.columns.slice(0, columns.length) } };
}

const lossesOf = (table: CodedTable, outputs: WayInput['outputs']): WayLoss[] =>
  table.columns.map((column, at) => ({ physical: outputs[at]!.physical, entropy: entropyOf(column), detail: 1 }));

/**
 * Leaves out every further row of a person with the same combination, and the combinations of fewer than k people: what
 * stays is counted when it is written.
 * @throws Failure JOB_CANCELLED
 */
export async function leaveCountable(input: WayInput): Promise<Counted> {
  const { rows, outputs, k, person } = input;
  const { table, whole } = await read(input);
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

/** Draws the counts of all combinations of the lists' values; those that come out as nobody are not written. */
export async function countWithNoise(
  input: WayInput,
  way: Way & { id: 'count-rows' },
  randomOf: (rows: Uint8Array) => RandomBits,
): Promise<CountedWithNoise> {
  const { rows, outputs, person, signal } = input;
  const { table, whole } = await read(input);
  const domains = domainsOf(outputs, way.values);
  const { groups, counts, deviation, spend } = await noisyGroups(table, {
    columns: table.columns.map((_, at) => at),
    domains,
    rest: domains.map(restOf),
    epsilon: way.epsilon,
    delta: way.delta,
    random: randomOf(digestOf(table, way)),
    ...(person === null ? {} : { people: { of: eachPerson(whole), mostGroups: 1 } }),
    signal,
  });
  const name = `counted_${randomUUID().replaceAll('-', '')}`;
  let written = 0;
  await appendRows(rows.duck, name, [...outputs.map(({ physical }) => physical), 'people'], async (add) => {
    counts.forEach((people, group) => {
      if (people === 0) return;
      written += 1;
      add([...groups.columns.map(({ codes, values }) => values[codes[group]!] ?? null), String(people)]);
    });
  });
  return { table: name, rows: written, deviation, spend, losses: lossesOf(table, outputs) };
}
