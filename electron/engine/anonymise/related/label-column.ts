import type { CodedColumn } from '../coded/coded-table.ts';
import { labelGroups } from '../local/group-labels.ts';
import { treeColumn, type HierarchyColumn } from '../local/tree-columns.ts';
import { join } from '../local/tree-join.ts';

/** What the cells of a column may read for several rows together, as numbers: labels. */
export interface LabelColumn {
  /** The label of one value by itself. */
  leaf(code: number): number;
  /** The label for what a label stands for and one value more. */
  widen(label: number, code: number): number;
  /** (values under the label − 1) / (values of the column − 1), of leaves where there is a hierarchy. */
  cost(label: number): number;
  text(label: number): string;
  /** Labels are 0 up to, and not, this; more may come as they are widened. */
  size(): number;
  /** The values it stands for. */
  covers(label: number): readonly number[];
}

/** What the values of a column read. */
export const textsOf = ({ hierarchy }: HierarchyColumn): string[] => {
  const { labels, of } = hierarchy.levels[0]!;
  return Array.from(of, (place) => labels[place]!);
};

/** Labels of the column's hierarchy. @throws Failure RECIPE_INVALID where it does not end in one label */
export function treeLabels({ hierarchy }: HierarchyColumn): LabelColumn {
  const tree = treeColumn(hierarchy);
  const leaf = tree.above[0]!;
  const texts = hierarchy.levels.flatMap(({ labels }) => labels);
  let under: number[][] | undefined;
  const valuesUnder = (): number[][] => {
    const found = texts.map((): number[] => []);
    for (const of of tree.above) for (const [value, node] of of.entries()) found[node]!.push(value);
    return found;
  };
  return {
    leaf: (code) => leaf[code]!,
    widen: (label, code) => join(tree, label, leaf[code]!),
    cost: (label) => tree.cost[label]!,
    text: (label) => texts[label]!,
    size: () => texts.length,
    covers: (label) => (under ??= valuesUnder())[label]!,
  };
}

/** Sets of values: a label is the list of those that its rows have. */
export function setLabels(column: HierarchyColumn): LabelColumn {
  const values = textsOf(column);
  const sets: number[][] = values.map((_, code) => [code]);
  const known = new Map(sets.map((set, label) => [set.join(), label]));
  let read: string[] = [];
  /** What all sets read, in the words of local recoding. */
  const readAll = (): string[] => {
    const codes = Uint32Array.from(sets.flat());
    const of = Uint32Array.from(sets.flatMap((set, label) => set.map(() => label)));
    const texts = values.map((value) => (value === '' ? null : value));
    const named: CodedColumn = { name: column.hierarchy.column, codes, values: texts };
    const labelled = labelGroups(named, of, sets.length);
    const found = Array.from(sets, () => '');
    for (const [at, label] of of.entries()) found[label] = labelled.values[labelled.codes[at]!] ?? '';
    return found;
  };
  return {
    leaf: (code) => code,
    widen: (label, code) => {
      const set = sets[label]!;
      if (set.includes(code)) return label;
      const wider = [...set, code].toSorted((a, b) => a - b);
      const key = wider.join();
      const found = known.get(key);
      if (found !== undefined) return found;
      known.set(key, sets.length);
      return sets.push(wider) - 1;
    },
    cost: (label) => (sets[label]!.length - 1) / Math.max(1, values.length - 1),
    text: (label) => {
      if (read.length !== sets.length) read = readAll();
      return read[label]!;
    },
    size: () => sets.length,
    covers: (label) => sets[label]!,
  };
}
