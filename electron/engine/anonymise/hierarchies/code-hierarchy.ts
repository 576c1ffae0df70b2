import { Failure } from '#shared/contract/failure.ts';
import { hierarchiesText as text } from '#shared/text/engine/hierarchies.ts';
import type { CodedHierarchy } from '../coded/coded-hierarchy.ts';
import type { CodedColumn } from '../coded/coded-table.ts';
import type { HierarchyRows } from './parse-hierarchy.ts';

/**
 * A level of a hierarchy in numbers. @param labels what each of its leaves becomes @param of the leaf of each value code
 */
export function codeLevel(labels: readonly string[], of: Uint32Array): CodedHierarchy['levels'][number] {
  const places = new Map<string, number>();
  const leaves: number[] = [];
  const placeOfLeaf = Uint32Array.from(labels, (label) => {
    let place = places.get(label);
    if (place === undefined) {
      place = places.size;
      places.set(label, place);
      leaves.push(0);
    }
    leaves[place]! += 1;
    return place;
  });
  return { labels: [...places.keys()], of: of.map((leaf) => placeOfLeaf[leaf]!), leaves: Uint32Array.from(leaves) };
}

/** Rows by value code. */
export function rowsByCode({ codes, values }: CodedColumn): Uint32Array {
  const rows = new Uint32Array(values.length);
  for (let row = 0; row < codes.length; row += 1) rows[codes[row]!]! += 1;
  return rows;
}

/**
 * The hierarchy of a column in numbers. An empty cell is the value before whose first `;` nothing stands.
 * @throws Failure FILE_DAMAGED where the data has values that the hierarchy lacks: how many, in how many rows
 */
export function codeHierarchy({ file, rows }: HierarchyRows, column: CodedColumn): CodedHierarchy {
  const leafOf = new Map(rows.map((fields, leaf) => [fields[0]!, leaf]));
  const found = column.values.map((value) => leafOf.get(value ?? ''));
  if (found.includes(undefined)) {
    const counts = rowsByCode(column);
    const missing = found.flatMap((leaf, code) => (leaf === undefined ? [code] : []));
    const empty = missing.some((code) => (column.values[code] ?? '') === '');
    const many = missing.reduce((sum, code) => sum + counts[code]!, 0);
    throw new Failure('FILE_DAMAGED', text.unknownValues(file, column.name, missing.length, many, empty));
  }
  const of = Uint32Array.from(found as number[]);
  const levels = rows[0]!.map((_, level) =>
    codeLevel(
      rows.map((fields) => fields[level]!),
      of,
    ),
  );
  return { column: column.name, levels, domain: rows.length };
}
