import type { LabelColumn } from './label-column.ts';
import type { PublishedTables } from './publish-related.ts';
import type { RelatedTables } from './related-tables.ts';

/** A column of one of the tables: 0 is that of people. */
export interface ColumnOfTable {
  table: number;
  column: string;
}

/**
 * Whether a value reads the same wherever it stands, and so do all values that its label stands for: then the column has
 * one set of groups for everybody, as in global recoding.
 * @param pairs the code and the label of every published cell
 */
function readsAlike({ covers }: LabelColumn, pairs: Iterable<readonly [code: number, label: number]>): boolean {
  const labelOf = new Map<number, number>();
  for (const [code, label] of pairs) {
    const before = labelOf.get(code);
    if (before === undefined) labelOf.set(code, label);
    else if (before !== label) return false;
  }
  return [...new Set(labelOf.values())].every((label) =>
    covers(label).every((code) => (labelOf.get(code) ?? label) === label),
  );
}

/**
 * Columns in which the same value reads otherwise for one person than for another, or whose groups overlap: they are
 * recoded locally. None: every column has one level, or one set of groups, throughout.
 */
export function locallyRecoded({ people, person, children }: RelatedTables, made: PublishedTables): ColumnOfTable[] {
  const found: ColumnOfTable[] = [];
  const width = person.length;
  for (const [at, { codes, hierarchy }] of person.entries()) {
    const pairs = Array.from(
      { length: people },
      (_, one) => [codes[one]!, made.person.cells[made.groupOf[one]! * width + at]!] as const,
    );
    if (!readsAlike(made.person.labels[at]!, pairs)) found.push({ table: 0, column: hierarchy.column });
  }
  for (const [place, child] of children.entries()) {
    const { cells, labels, placed } = made.children[place]!;
    const rows = Array.from(placed.keys()).filter((row) => placed[row]! >= 0);
    for (const [at, { codes, hierarchy }] of child.columns.entries()) {
      const pairs = rows.map((row) => [codes[row]!, cells[placed[row]! * labels.length + at]!] as const);
      if (!readsAlike(labels[at]!, pairs)) found.push({ table: place + 1, column: hierarchy.column });
    }
  }
  return found;
}
