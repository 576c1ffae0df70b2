import type { KnownHierarchyKind, ProposedHierarchyKind } from '#shared/domain/hierarchy-kinds.ts';
import { coverageOf, type CountedValue } from '#shared/hierarchies/tree/coverage.ts';
import { treeOfRows } from '#shared/hierarchies/tree/hierarchy-tree.ts';
import { hierarchiesText as text } from '#shared/text/engine/hierarchies.ts';
import { buildOfCounts } from './build-hierarchy.ts';
import { knownValues } from './known-values.ts';

/** A hierarchy for the values of a column, and how many of them it has. */
export interface ProposedHierarchy {
  kind: ProposedHierarchyKind;
  /** A sentence that says where it is from. */
  source: string;
  /** Each a value of the column and its labels; the last label of all is `*`. */
  rows: string[][];
  coveredValues: number;
  /** Rows of the column whose value it has. */
  coveredRows: number;
}

/** What other columns of the same rows say of a value: its labels from fine to coarse; null where they disagree. */
export interface NeighbourLabels {
  columns: readonly string[];
  labelsOf(value: string): readonly string[] | null;
}

/** A list that knows less than this share of the rows is none for the column. */
const leastShare = 0.2;

/**
 * Hierarchies for a column, best covered first: by neighbouring columns, by the lists that come with the program, and
 * last the one built of the values themselves, which has all of them. What a list lacks is left out, and counted so.
 * @param values each once, none empty
 */
export function proposeHierarchies(
  name: string,
  values: readonly CountedValue[],
  neighbours: NeighbourLabels | null,
): ProposedHierarchy[] {
  const total = values.reduce((sum, { rows }) => sum + rows, 0);
  const known = knownValues()
    .map(({ kind, source, labelsOf }) => proposed(kind, text.known[kind](source), values, labelsOf))
    .filter(({ coveredValues, coveredRows }) => coveredValues >= 2 && coveredRows >= leastShare * total);
  const listed = [
    ...(neighbours === null
      ? []
      : [proposed('columns', text.ofColumns(neighbours.columns), values, neighbours.labelsOf)]),
    ...known.toSorted((a, b) => b.coveredRows - a.coveredRows),
  ].filter(({ coveredValues, rows }) => coveredValues > 0 && treeOfRows(rows).ok);
  return values.length === 0 ? [] : [...listed, built(name, values)];
}

function proposed(
  kind: KnownHierarchyKind | 'columns',
  source: string,
  values: readonly CountedValue[],
  labelsOf: (value: string) => readonly string[] | null,
): ProposedHierarchy {
  const rows = values.flatMap(({ value }) => {
    const labels = labelsOf(value);
    return labels === null ? [] : [[value, ...labels, text.everything]];
  });
  const covered = new Set(rows.map((row) => row[0]!));
  const { coveredValues, coveredRows } = coverageOf((value) => covered.has(value), values);
  return { kind, source, rows, coveredValues, coveredRows };
}

function built(name: string, counted: readonly CountedValue[]): ProposedHierarchy {
  const values = counted.map(({ value }) => value);
  const { hierarchy, kind } = buildOfCounts(
    { name, values },
    Uint32Array.from(counted, ({ rows }) => rows),
  );
  const rows = values.map((value, code) => [
    value,
    ...hierarchy.levels.slice(1).map(({ labels, of }) => labels[of[code]!]!),
  ]);
  return {
    kind: kind === 'tree' ? 'frequency' : kind,
    source: text.ofValues[kind],
    rows: rows.map((row) => (row.length > 1 ? row : [...row, text.everything])),
    coveredValues: values.length,
    coveredRows: counted.reduce((sum, { rows: many }) => sum + many, 0),
  };
}
