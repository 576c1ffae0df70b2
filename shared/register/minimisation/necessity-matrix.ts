import type { DeclaredNeed } from '#shared/domain/declared-use.ts';
import { valueOf } from '../answer.ts';
import { statedItems, type NamedDataset } from '../compare/declared.ts';
import { bindingsBeside, bindingsOf, declaredPurposes, declaredUses, purposeTitle } from '../declared-uses.ts';
import { heldRecord } from '../held-records.ts';
import type { RecordVersion, RegisterSnapshot } from '../register-snapshot.ts';
import { unreadableRecords } from '../unreadable-records.ts';

/** `open`: what is known of the column does not tell, so only a person can. */
export type Need = 'needed' | 'not-needed' | 'open';

/** Whether one purpose needs one column, and why. */
export interface NecessityCell {
  /** Id of the purpose as recipes name it, or of its record where it is none that recipes know. */
  purpose: string;
  need: Need;
  /** In a person's words, or those of the purpose; empty where nobody gave any. */
  why: string;
  /** A person who decided it, by the binding's reference; else what the purpose says it needs. */
  from: { by: 'person'; ref: string } | { by: 'purpose' };
  /** What is being written beside the approved binding and says otherwise: it holds once it is approved. */
  drafted?: { need: Exclude<Need, 'open'>; why: string; ref: string };
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

interface Decided {
  purpose: string;
  columns?: string[] | undefined;
  need: Exclude<Need, 'open'>;
  why: string;
  ref: string;
}

const decidedIn = (bindings: readonly RecordVersion<'binding'>[]): Decided[] =>
  bindings.flatMap((binding) =>
    statedItems(binding, binding.body.cells).map(({ purpose, columns, needed, why = '' }) => ({
      purpose,
      columns,
      need: needed === 'yes' ? ('needed' as const) : ('not-needed' as const),
      why,
      ref: binding.ref,
    })),
  );

/** What is said last of a column for one of these records: the last word counts where it is spoken of twice. */
function lastWords(decided: readonly Decided[]) {
  const ofColumn = new Map<string, { word: Decided; at: number }>();
  const ofAll = new Map<string, { word: Decided; at: number }>();
  for (const [at, word] of decided.entries()) {
    if (word.columns === undefined) ofAll.set(word.purpose, { word, at });
    for (const column of word.columns ?? []) ofColumn.set(JSON.stringify([word.purpose, column]), { word, at });
  }
  return (records: readonly string[], column: string): Decided | undefined =>
    records
      .flatMap((id) => [ofColumn.get(JSON.stringify([id, column])) ?? [], ofAll.get(id) ?? []].flat())
      .toSorted((a, b) => b.at - a.at)[0]?.word;
}

/** The ids by which cells name a purpose: that which recipes know, and those of the records that declare it. */
const recordsOfPurpose = (snapshot: RegisterSnapshot, id: string): string[] => [
  id,
  ...declaredPurposes(snapshot, id).map((record) => record.id),
];

/** Of these columns the ones that people said last a purpose needs, and does without; what nobody spoke of is in neither. */
export function decidedNeeds(
  snapshot: RegisterSnapshot,
  dataset: NamedDataset,
  { purpose, columns }: { purpose: string; columns: readonly string[] },
): DeclaredNeed {
  const held = lastWords(decidedIn(bindingsOf(snapshot, dataset)));
  const records = recordsOfPurpose(snapshot, purpose);
  const which = (need: Decided['need']) => columns.filter((column) => held(records, column)?.need === need);
  return { needed: which('needed'), notNeeded: which('not-needed') };
}

/** What a purpose says of a column and nobody has decided or taken over. */
export const isPrefilled = ({ from, need, drafted }: NecessityCell): boolean =>
  from.by === 'purpose' && need !== 'open' && drafted === undefined;
/** Neither the purpose nor a person tells. */
export const isOpen = ({ need, drafted }: NecessityCell): boolean => (drafted?.need ?? need) === 'open';
/** By what was said last of it, approved or not. */
const isSpare = ({ need, drafted }: NecessityCell): boolean => (drafted?.need ?? need) === 'not-needed';

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
  const held = lastWords(decidedIn(bindingsOf(snapshot, dataset)));
  const beside = lastWords(decidedIn(bindingsBeside(snapshot, dataset)));
  const known = unreadableRecords(snapshot, ['binding', 'purpose']).length === 0;
  const cellOf = (purpose: string, records: readonly string[], column: string): NecessityCell => {
    const word = held(records, column);
    const cell: NecessityCell =
      word === undefined
        ? { purpose, ...(known ? suggest(purpose, column) : { need: 'open', why: '' }), from: { by: 'purpose' } }
        : { purpose, need: word.need, why: word.why, from: { by: 'person', ref: word.ref } };
    const draft = beside(records, column);
    if (draft === undefined || (draft.need === word?.need && draft.why === word.why)) return cell;
    return { ...cell, drafted: { need: draft.need, why: draft.why, ref: draft.ref } };
  };
  const named = purposes.map(({ id }) => ({ id, records: recordsOfPurpose(snapshot, id) }));
  const rows = dataset.columns.map((column) => ({
    column,
    cells: named.map(({ id, records }) => cellOf(id, records, column)),
  }));
  return {
    purposes: purposes.map(({ id, title }) => ({ id, title })),
    rows,
    spare: purposes.length === 0 ? [] : rows.filter(({ cells }) => cells.every(isSpare)).map(({ column }) => column),
  };
}

/**
 * The purposes that a dataset was declared to be for, and those that a binding says need nothing of it: by the id that
 * recipes name them by, else by that of their record.
 */
export const boundPurposes = (snapshot: RegisterSnapshot, dataset: NamedDataset): { id: string; title: string }[] => {
  const ids = new Set([
    ...declaredUses(snapshot, dataset).map(({ purpose }) => purpose),
    ...bindingsOf(snapshot, dataset).flatMap((binding) => statedItems(binding, binding.body.purposes)),
  ]);
  const found = [...ids].map((record) => ({
    id: valueOf(heldRecord(snapshot, 'purpose', record)?.body.preset) ?? record,
    title: purposeTitle(snapshot, record),
  }));
  return [...new Map(found.map((purpose) => [purpose.id, purpose])).values()];
};
