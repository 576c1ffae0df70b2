import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { chooseEntry } from '#renderer/state/chosen-entry.ts';
import type { Origin } from '#shared/register/answer.ts';
import { recordsText } from '#shared/text/window/records.ts';
import styles from './form.module.css';

const text = recordsText.origin;

/** `#214`: opens the entry of the log beside the record. */
export function EntryChip({ seq }: { seq: number }) {
  return (
    <button type="button" className={styles.chip} aria-label={text.showEntry(seq)} onClick={() => chooseEntry(seq)}>
      {text.entry(seq)}
    </button>
  );
}

/** Who says it, in words. */
function Said({ origin }: { origin: Origin }) {
  switch (origin.from) {
    case 'log':
      return (
        <>
          <span aria-hidden="true">◇ </span>
          {text.generated} <EntryChip seq={origin.entry} />
        </>
      );
    case 'taken-over':
      return (
        <>
          {text.takenOver(origin.by, origin.at)} <EntryChip seq={origin.entry} />
        </>
      );
    default:
      return text.person(origin.by, origin.at);
  }
}

/**
 * What is said, and by whom: generated from the log with a dotted rule, taken over with a solid one, by a person with
 * none.
 */
export function Statement({ origin, actions, children }: { origin: Origin; actions?: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.statement} data-from={origin.from}>
      <div className={styles.said}>{children}</div>
      <div className={styles.origin}>
        <span>
          <Said origin={origin} />
        </span>
        {actions}
      </div>
    </div>
  );
}

/** What can be done with a generated statement. */
export function GeneratedActions({
  what,
  onTakeOver,
  onEdit,
  onNotSo,
}: {
  /** What it says, for those who do not see where the buttons stand. */
  what: string;
  onTakeOver(): void;
  onEdit(): void;
  onNotSo(): void;
}) {
  return (
    <span className={styles.buttons}>
      {(
        [
          [text.takeOver, onTakeOver],
          [text.edit, onEdit],
          [text.notSo, onNotSo],
        ] as const
      ).map(([label, act]) => (
        <Button key={label} aria-label={text.of(label, what)} onClick={act}>
          {label}
        </Button>
      ))}
    </span>
  );
}
