import type { TellingColumns } from '#shared/domain/risk-check.ts';
import type { CodedColumn } from '#engine/anonymise/coded/coded-table.ts';
import { codesOf, Refiner, type RowClasses } from './classes-of-rows.ts';
import { pacer, type Working } from './work-budget.ts';

export interface TellingInput extends Working {
  columns: readonly CodedColumn[];
  rows: number;
  /** Cells that may be looked at before the search ends. */
  budget?: number;
}

const usualBudget = 4e8;
/** Columns put together at most. */
const mostTogether = 10;

/** Pairs of rows that a column tells apart, and classes, once rows are put into classes. */
interface Told {
  distinction: number;
  separation: number;
}

/**
 * How well columns tell rows apart (Motwani and Xu 2007): each by itself, and put together one by one, each time the one
 * that leaves fewest pairs of rows alike. Rows are counted, not people.
 * @throws Failure JOB_CANCELLED
 */
export async function tellingColumns(input: TellingInput): Promise<TellingColumns> {
  const { columns, rows, budget = usualBudget } = input;
  const giveWay = pacer(input);
  const refiner = new Refiner(rows, codesOf(columns), null);
  const none: TellingColumns = { columns: [], together: [], cut: false };
  if (rows < 2 || columns.length === 0) return none;
  const alone: TellingColumns['columns'] = [];
  let reached: { classes: RowClasses; singles: number; told: Told } = {
    classes: refiner.whole(),
    singles: 0,
    told: { distinction: 0, separation: 0 },
  };
  const together: TellingColumns['together'] = [];
  let left = [...columns];
  let spent = 0;
  let cut = false;
  while (left.length > 0 && together.length < mostTogether) {
    const cost = left.length * reached.classes.rows.length;
    if (spent + cost > budget && together.length > 0) {
      cut = true;
      break;
    }
    spent += cost;
    let best: { column: CodedColumn; next: typeof reached } | null = null;
    for (const column of left) {
      const { classes, alone: single } = refiner.refine(reached.classes, column.codes);
      const singles = reached.singles + single.length;
      const told = measure(classes, singles, rows);
      if (together.length === 0) alone.push({ name: column.name, ...told });
      if (best === null || told.separation > best.next.told.separation)
        best = { column, next: { classes, singles, told } };
      await giveWay(Math.min(1, spent / budget));
    }
    if (best === null || best.next.told.separation <= reached.told.separation) break;
    reached = best.next;
    together.push({ name: best.column.name, ...reached.told });
    left = left.filter((column) => column !== best.column);
  }
  return { columns: alone.toSorted((a, b) => b.separation - a.separation), together, cut };
}

function measure({ starts }: RowClasses, singles: number, rows: number): Told {
  let alike = 0;
  for (let at = 0; at + 1 < starts.length; at += 1) {
    const size = starts[at + 1]! - starts[at]!;
    alike += (size * (size - 1)) / 2;
  }
  return {
    distinction: (starts.length - 1 + singles) / rows,
    separation: 1 - alike / ((rows * (rows - 1)) / 2),
  };
}
