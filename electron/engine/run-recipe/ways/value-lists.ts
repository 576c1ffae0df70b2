import { createHash } from 'node:crypto';
import { canonicalJson } from '#shared/journal/canonical-json.ts';
import type { Way } from '#shared/plan/plan-node.ts';
import { noiseText } from '#shared/text/engine/noise.ts';
import { operationsText } from '#shared/text/operations.ts';
import type { CodedTable } from '#engine/anonymise/coded/coded-table.ts';
import { codesDigest, peopleOf, type WayInput } from './way-input.ts';

/** An empty text and no value are one: no list can tell them apart. */
export const valueOrNone = (physical: string): string => `nullif(${physical}, '')`;

/** The values that may appear in each output, in the order of the step; no value is written as ''. */
export function domainsOf(
  outputs: WayInput['outputs'],
  values: readonly (readonly [column: string, value: string])[],
): (string | null)[][] {
  const lists = new Map<string, (string | null)[]>(outputs.map(({ name }) => [name, []]));
  for (const [column, value] of values) lists.get(column)?.push(value === '' ? null : value);
  return [...lists.values()];
}

/** What a value outside its list becomes: what the column calls the rest anyhow, or nothing. */
export function restOf(domain: readonly (string | null)[]): string | null {
  const { rest } = operationsText['map-categories'];
  return domain.includes(rest) ? rest : domain.includes(null) ? null : noiseText.rest;
}

/** The persons of the rows; a row that names nobody is somebody of its own. */
export function eachPerson(table: CodedTable): Uint32Array {
  const people = peopleOf(table)!;
  let next = table.columns.at(-1)!.values.length;
  return people.map((person) => (person === 0 ? (next += 1) : person));
}

/** SHA-256 of what noise is put on and how. */
export function digestOf(table: CodedTable, way: Way): Uint8Array {
  // Canonical JSON has whole numbers only.
  const numberless = JSON.stringify(way, (_key, value: unknown) => (typeof value === 'number' ? String(value) : value));
  const hash = createHash('sha256').update(canonicalJson(JSON.parse(numberless)));
  for (const { name, values } of table.columns) hash.update(JSON.stringify([name, values]));
  return hash.update(codesDigest(table)).digest();
}
