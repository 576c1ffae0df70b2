import { chooseEntry } from '#renderer/state/chosen-entry.ts';
import { showRecord } from '#renderer/state/register-place.ts';
import { goTo, selectColumn, selectDataset } from '#renderer/state/ui-state.ts';
import type { Behind } from '#shared/register/impact/impact-view.ts';
import { impactWindowText as text } from '#shared/text/window/impact.ts';
import { EntryChip } from '../form/statement.tsx';
import styles from './impact.module.css';

/** Goes to what stands behind an answer: the record, the column as it is classified, or the entry of the release. */
function show(one: Behind): void {
  switch (one.of) {
    case 'record':
      showRecord({ kind: one.kind, id: one.id });
      return;
    case 'columns':
      selectDataset(one.dataset);
      selectColumn(one.columns[0] ?? null);
      goTo('classify');
      return;
    case 'release':
      if (one.entry === null) goTo('release');
      else chooseEntry(one.entry);
  }
}

const nameOf = (one: Behind): string => {
  switch (one.of) {
    case 'record':
      return one.ref;
    case 'columns':
      return text.dataset(one.name, one.columns);
    case 'release':
      return text.release;
  }
};

/** What an answer goes by: a press each to the record, column or release, and to the entry of the log. */
export function BehindChips({ from }: { from: readonly Behind[] }) {
  if (from.length === 0) return null;
  return (
    <span className={styles.chips}>
      <span className={styles.soft}>{text.goesBy} </span>
      {from.map((one) => (
        <span key={`${one.of} ${one.of === 'columns' ? one.dataset : one.id}`} className={styles.chips}>
          <button type="button" className={styles.chip} onClick={() => show(one)}>
            {nameOf(one)}
          </button>
          {one.entry !== null && <EntryChip seq={one.entry} />}
        </span>
      ))}
    </span>
  );
}
