import { createHash, randomUUID } from 'node:crypto';
import type { Way } from '#shared/plan/plan-node.ts';
import { codeTable } from '#engine/anonymise/coded/code-table.ts';
import type { CodedTable } from '#engine/anonymise/coded/coded-table.ts';
import type { RandomBits } from '#engine/anonymise/noise/random-bits.ts';
import { synthesise } from '#engine/anonymise/synthetic/synthesise.ts';
import { operationsText } from '#shared/text/operations.ts';
import type { PrivacySpend } from '#shared/domain/privacy-spend.ts';
import { noiseText } from '#shared/text/engine/noise.ts';
import { appendRows } from '#engine/analysis/append-rows.ts';
import { canonicalJson } from '#shared/journal/canonical-json.ts';
import { codesDigest, entropyOf, peopleOf, type WayInput, type WayLoss } from './way-input.ts';

/** What a synthetic twin was drawn by. */
export interface Drawn {
  /** Name of the temporary table of the drawn rows, under the physical names of the outputs. */
  table: string;
  rows: number;
  spend: PrivacySpend;
  losses: WayLoss[];
}

/** The values that may appear in each output, in the order of the step; no value is written as ''. */
function domainsOf(outputs: WayInput['outputs'], { values }: Way & { id: 'synthesise' }): (string | null)[][] {
  const lists = new Map<string, (string | null)[]>(outputs.map(({ name }) => [name, []]));
  for (const [column, value] of values) lists.get(column)?.push(value === '' ? null : value);
  return [...lists.values()];
}

/** What a value outside its list becomes: what the column calls the rest anyhow, or nothing. */
const restOf = (domain: readonly (string | null)[]): string | null => {
  const { rest } = operationsText['map-categories'];
  return domain.includes(rest) ? rest : domain.includes(null) ? null : noiseText.rest;
};

/** The persons of the rows; a row that names nobody is somebody of its own. */
function eachPerson(table: CodedTable): Uint32Array {
  const people = peopleOf(table)!;
  let next = table.columns.at(-1)!.values.length;
  return people.map((person) => (person === 0 ? (next += 1) : person));
}

/** SHA-256 of what is drawn from and how. */
function digestOf(table: CodedTable, way: Way): Uint8Array {
  // Canonical JSON has whole numbers only.
  const numberless = JSON.stringify(way, (_key, value: unknown) => (typeof value === 'number' ? String(value) : value));
  const hash = createHash('sha256').update(canonicalJson(JSON.parse(numberless)));
  for (const { name, values } of table.columns) hash.update(JSON.stringify([name, values]));
  return hash.update(codesDigest(table)).digest();
}

/** An empty text and no value are one: no list can tell them apart. */
const emptyAsNone = (physical: string): string => `nullif(${physical}, '')`;

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
  const columns = outputs.map(({ name, physical }) => ({ name, sql: emptyAsNone(physical) }));
  const asked = person === null ? columns : [...columns, { name: 'person', sql: `${person}::VARCHAR` }];
  const read = await codeTable({ duck: rows.duck, relation: rows.relation, columns: asked, orderBy: 'rid', signal });
  const table: CodedTable = { rows: read.rows, columns: read.columns.slice(0, columns.length) };
  const { epsilon, delta } = way;
  const domains = domainsOf(outputs, way);
  const drawn = await synthesise(table, {
    epsilon,
    delta,
    domains,
    rest: domains.map(restOf),
    random: randomOf(digestOf(table, way)),
    ...(person === null ? {} : { people: { of: eachPerson(read), most: 1 } }),
    signal,
    ...(onShare === undefined ? {} : { onProgress: onShare }),
  });
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
  };
}
