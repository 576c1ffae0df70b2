import { Button } from '@mantine/core';
import { OctagonX } from 'lucide-react';
import type { Difference } from '#shared/register/compare/difference.ts';
import { differencesText } from '#shared/text/register/differences.ts';
import { differencesWindowText as text } from '#shared/text/window/differences.ts';
import { goToEntry, goToRecord, showRegisterTab } from '#renderer/state/register-place.ts';
import { goTo } from '#renderer/state/ui-state.ts';
import styles from './differences.module.css';

/** To the field that settles it; to the activities where no record is about it yet. */
function settle({ place }: Difference): void {
  if (place !== null) {
    goToRecord({ kind: place.kind, id: place.id, field: place.field });
    return;
  }
  showRegisterTab('activities');
  goTo('register');
}

/** Differences as tasks: what is different, what settles it, one click to the place and one to the proof. */
export function DifferenceList({
  differences,
  label,
  onField,
}: {
  differences: readonly Difference[];
  label: string;
  /** Where they stand on the page of the record that they are about: goes to a field of it; false where it is not shown. */
  onField?: (field: string) => boolean;
}) {
  const go = (difference: Difference): void => {
    const { place } = difference;
    if (onField === undefined || place === null || !onField(place.field)) settle(difference);
  };
  return (
    <ul className={styles.list} aria-label={label}>
      {differences.map((difference) => (
        <li key={difference.id} className={styles.item}>
          <OctagonX size={15} aria-hidden="true" className={styles.mark} />
          <div className={styles.words}>
            <strong>{differencesText.says(difference)}</strong>
            <p className={styles.soft}>{differencesText.fix(difference)}</p>
          </div>
          <Button
            variant="subtle"
            aria-label={text.proofOf(difference.entry)}
            onClick={() => goToEntry(difference.entry)}
          >
            {text.proof(difference.entry)}
          </Button>
          <Button onClick={() => go(difference)}>
            {onField === undefined ? text.settle(difference.place?.ref ?? null) : text.settleHere}
          </Button>
        </li>
      ))}
    </ul>
  );
}
