import type { CodedColumn } from '../coded/coded-table.ts';
export function labelGroups(column: CodedColumn, groupOf: Uint32Array, groups: number): CodedColumn {
  const sets = Array.from({ length: groups }, () => new Set<string>());
  groupOf.forEach((g, r) => sets[g]!.add(column.values[column.codes[r]!] ?? ''));
  return {
    name: column.name,
    codes: groupOf,
    values: sets.map((s) => (s.size === 1 ? [...s][0]! : `{${[...s].sort().join(' | ')}}`)),
  };
}
