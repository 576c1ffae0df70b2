import { valueOf } from '../answer.ts';
import { statedItems, type NamedDataset } from '../compare/declared.ts';
import { bindingsOf, declaredPurposes, declaredUses } from '../declared-uses.ts';
import { heldRecord } from '../held-records.ts';
import type { RegisterSnapshot } from '../register-snapshot.ts';
import { unreadableRecords } from '../unreadable-records.ts';

/** `open`: what is known of the column does not tell, so only a person can. */
export type Need = 'needed' | 'not-needed' | 'open';

/** Whether one purpose needs one column, and why. */
export interface NecessityCell {
  /** Id of the purpose as recipes name it. */
  purpose: string;
  need: Need;
  /** In a person's words, or those of the purpose; empty where nobody gave any. */
  why: string;
  /** A person who decided it, by the binding's reference; else what the purpose says it needs. */
  from: { by: 'person'; ref: string } | { by: 'purpose' };
}

export interface NecessityRow {
  column: string;
  cells: NecessityCell[];
}

export interface NecessityMatrix {
  purposes: { id: string; title: string }[];
  /** In the dataset's order. */
  rows: NecessityRow[];
  /** Columns that no purpose needs, and nobody left open. */
  spare: string[];
}

/** What a purpose says of a column by the kind of data in it. */
export type SuggestNeed = (purpose: string, column: string) => { need: Need; why: string };

/**
 * Which purpose needs which column (GDPR Art. 5(1)(c), 25(2); R-MIN-01): what a person decided in a binding, else what
 * the purpose says it needs. While a record that could decide it cannot be read, what nobody is known to have decided is
 * open.
 */
export function necessityMatrix(
  snapshot: RegisterSnapshot,
  dataset: NamedDataset & { columns: readonly string[] },
  purposes: readonly { id: string; title: string }[],
  suggest: SuggestNeed,
): NecessityMatrix {
  const decided = bindingsOf(snapshot, dataset).flatMap((binding) =>
    statedItems(binding, binding.body.cells).map((cell) => ({ ...cell, ref: binding.ref })),
  );
  const known = unreadableRecords(snapshot, ['binding', 'purpose']).length === 0;
  const cellOf = (purpose: string, column: string): NecessityCell => {
    const records = new Set(declaredPurposes(snapshot, purpose).map(({ id }) => id));
    // The last word counts where a column is spoken of twice.
    const cell = decided.findLast(
      (one) => records.has(one.purpose) && (one.columns === undefined || one.columns.includes(column)),
    );
    return cell === undefined
      ? { purpose, ...(known ? suggest(purpose, column) : { need: 'open', why: '' }), from: { by: 'purpose' } }
      : {
          purpose,
          need: cell.needed === 'yes' ? 'needed' : 'not-needed',
          why: cell.why ?? '',
          from: { by: 'person', ref: cell.ref },
        };
  };
  const rows = dataset.columns.map((column) => ({ column, cells: purposes.map(({ id }) => cellOf(id, column)) }));
  return {
    purposes: purposes.map(({ id, title }) => ({ id, title })),
    rows,
    spare:
      purposes.length === 0
        ? []
        : rows.filter(({ cells }) => cells.every(({ need }) => need === 'not-needed')).map(({ column }) => column),
  };
}

/** Ids, as recipes name them, of the purposes that a dataset was declared to be for. */
export const boundPresets = (snapshot: RegisterSnapshot, dataset: NamedDataset): string[] => [
  ...new Set(
    declaredUses(snapshot, dataset).flatMap(
      ({ purpose }) => valueOf(heldRecord(snapshot, 'purpose', purpose)?.body.preset) ?? [],
    ),
  ),
];
