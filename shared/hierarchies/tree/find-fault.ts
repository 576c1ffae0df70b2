/**
 * Why rows are no hierarchy: `row` is 0-based, `level` counts from 0 (the value). `first`: the row that says otherwise,
 * where two rows disagree.
 */
export interface HierarchyFault {
  code: 'empty-label' | 'two-parents' | 'cycle';
  row: number;
  level: number;
  first: number | null;
}

/** A label with the one above it, and where that was said. */
interface Step {
  below: string;
  above: string;
  row: number;
  level: number;
}

/**
 * What keeps rows of one length from being a hierarchy: no label, two different labels above a value or a label, or a
 * label that lies above itself. A label counts by its level for its parent, and on all levels for cycles. Null: none.
 */
export function findFault(rows: readonly (readonly string[])[]): HierarchyFault | null {
  for (const [row, fields] of rows.entries()) {
    const level = fields.findIndex((label, at) => at > 0 && label.trim() === '');
    if (level > 0) return { code: 'empty-label', row, level, first: null };
  }
  return findTwoParents(rows) ?? findCycle(stepsOf(rows));
}

function findTwoParents(rows: readonly (readonly string[])[]): HierarchyFault | null {
  const levels = rows[0]?.length ?? 0;
  for (let level = 0; level < levels - 1; level += 1) {
    const above = new Map<string, { label: string; row: number }>();
    for (const [row, fields] of rows.entries()) {
      const known = above.get(fields[level]!);
      if (known === undefined) above.set(fields[level]!, { label: fields[level + 1]!, row });
      else if (known.label !== fields[level + 1]) return { code: 'two-parents', row, level, first: known.row };
    }
  }
  return null;
}

function* stepsOf(rows: readonly (readonly string[])[]): Generator<Step> {
  for (const [row, fields] of rows.entries())
    for (let level = 1; level < fields.length; level += 1)
      yield { below: fields[level - 1]!, above: fields[level]!, row, level };
}

/** Where a label comes to lie above itself by way of another, on one branch or by several; null where none does. */
export function findCycle(steps: Iterable<Step>): HierarchyFault | null {
  const all = [...steps].filter(({ below, above: label }) => below !== label);
  // Most values are no label of anything, and on no cycle.
  const labels = new Set(all.map((step) => step.above));
  const above = new Map<string, Map<string, Step>>();
  for (const step of all) {
    if (!labels.has(step.below)) continue;
    const next = above.get(step.below) ?? new Map<string, Step>();
    if (!next.has(step.above)) next.set(step.above, step);
    above.set(step.below, next);
  }
  const left = new Set<string>();
  const onPath = new Set<string>();
  for (const start of above.keys()) {
    const path: { label: string; rest: IterableIterator<Step> }[] = [];
    const enter = (label: string): void => {
      onPath.add(label);
      path.push({ label, rest: (above.get(label) ?? new Map<string, Step>()).values() });
    };
    if (!left.has(start)) enter(start);
    while (path.length > 0) {
      const { label, rest } = path.at(-1)!;
      const next = rest.next();
      if (next.done === true) {
        onPath.delete(label);
        left.add(label);
        path.pop();
        continue;
      }
      const { above: to, row, level } = next.value;
      if (onPath.has(to)) return { code: 'cycle', row, level, first: null };
      if (!left.has(to)) enter(to);
    }
  }
  return null;
}
