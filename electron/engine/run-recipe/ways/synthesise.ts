import { randomUUID } from 'node:crypto';
import type { Way } from '#shared/plan/plan-node.ts';
import { pickRows } from '#engine/anonymise/attack/without-small-classes.ts';
import { codeTable } from '#engine/anonymise/coded/code-table.ts';
import type { CodedTable } from '#engine/anonymise/coded/coded-table.ts';
import { keyedBits } from '#engine/anonymise/noise/keyed-bits.ts';
import type { RandomBits } from '#engine/anonymise/noise/random-bits.ts';
import { synthesise } from '#engine/anonymise/synthetic/synthesise.ts';
import type { PrivacySpend } from '#shared/domain/privacy-spend.ts';
import { appendRows } from '#engine/analysis/append-rows.ts';
import { digestOf, domainsOf, eachPerson, restOf, valueOrNone } from './value-lists.ts';
import { entropyOf, type Remade, type WayInput, type WayLoss } from './way-input.ts';

/** What a synthetic twin was drawn by. */
export interface Drawn {
  /** Name of the temporary table of the drawn rows, under the physical names of the outputs. */
  table: string;
  rows: number;
  spend: PrivacySpend;
  losses: WayLoss[];
  remade: Remade;
}

/**
 * Draws a twin of the rows that may leave into a table of its own. @param randomOf what the noise is drawn
 * from, by a digest of the rows and the settings; where it starts from a key, the same of both give the same twin
 * @throws Failure JOB_CANCELLED, TARGET_MISSED where there is nothing to draw from
 */
export async function drawTwin(
  { rows, outputs, person, signal, onShare }: WayInput,
  way: Way & { id: 'synthesise' },
  randomOf: (rows: Uint8Array) => RandomBits,
): Promise<Drawn> {
  const columns = outputs.map(({ name, physical }) => ({ name, sql: valueOrNone(physical) }));
  const asked = person === null ? columns : [...columns, { name: 'person', sql: `${person}::VARCHAR` }];
  const read = await codeTable({ duck: rows.duck, relation: rows.relation, columns: asked, orderBy: 'rid', signal });
  const table: CodedTable = { rows: read.rows, columns: read.columns.slice(0, columns.length) };
  const { epsilon, delta } = way;
  const domains = domainsOf(outputs, way.values);
  const persons = person === null ? undefined : eachPerson(read);
  const draw = (from: CodedTable, of: Uint32Array | undefined, random: RandomBits) =>
    synthesise(from, {
      epsilon,
      delta,
      domains,
      rest: domains.map(restOf),
      random,
      ...(of === undefined ? {} : { people: { of, most: 1 } }),
      signal,
      ...(onShare === undefined ? {} : { onProgress: onShare }),
    });
  const drawn = await draw(table, persons, randomOf(digestOf(table, way)));
  const name = `drawn_${randomUUID().replaceAll('-', '')}`;
  await appendRows(
    rows.duck,
    name,
    outputs.map(({ physical }) => physical),
    async (add) => {
      for (let row = 0; row < drawn.table.rows; row += 1)
        add(drawn.table.columns.map(({ codes, values }) => values[codes[row]!] ?? null));
    },
  );
  return {
    table: name,
    rows: drawn.table.rows,
    spend: drawn.spend,
    losses: table.columns.map((column, at) => ({
      physical: outputs[at]!.physical,
      entropy: entropyOf(column),
      detail: 1,
    })),
    remade: {
      people: table,
      persons,
      releaseOf: async (half) => {
        const of = persons && Uint32Array.from(half, (row) => persons[row]!);
        const rowsOfHalf = pickRows(table, half);
        // Never leaves: drawn alike whoever attacks, so that the same recipe gets the same answer.
        return { released: (await draw(rowsOfHalf, of, keyedBits(digestOf(rowsOfHalf, way)))).table };
      },
    },
  };
}
