import { Button } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { Clock, OctagonX, TriangleAlert } from 'lucide-react';
import type { DueListed } from '#shared/contract/due.ts';
import { timeLeft } from '#shared/domain/due-order.ts';
import { dueText, timeLeftShort } from '#shared/text/engine/due.ts';
import { dueWindowText as text } from '#shared/text/window/due.ts';
import { goToDue } from './go-to-due.ts';
import styles from './due.module.css';

const dayLength = 86_400_000;

/** Over or within three days; within a fortnight; later. */
function toneOf({ at, overdue }: DueListed, now: string): 'block' | 'warn' | 'quiet' {
  const days = (Date.parse(at) - Date.parse(now)) / dayLength;
  if (overdue || days <= 3) return 'block';
  return days <= 14 ? 'warn' : 'quiet';
}

const marks = { block: OctagonX, warn: TriangleAlert, quiet: Clock };

interface Props {
  items: readonly DueListed[];
  now: string;
  label: string;
  /** Null: nobody can write here, and tasks have no buttons. */
  onSnooze: ((item: DueListed) => void) | null;
}

/** Tasks: how long is left, what is to be done, one click to the place. `.` puts the one in hand aside. */
export function DueRows({ items, now, label, onSnooze }: Props) {
  return (
    <ul className={styles.list} aria-label={label}>
      {items.map((item) => {
        const tone = toneOf(item, now);
        const Mark = marks[tone];
        const title = dueText.calendar.title(item.ref, item.what);
        const onKeyDown = (event: KeyboardEvent): void => {
          if (event.key !== '.' || onSnooze === null) return;
          event.preventDefault();
          onSnooze(item);
        };
        return (
          <li key={`${item.kind} ${item.id}`} className={styles.row} data-tone={tone}>
            <Mark size={15} aria-hidden="true" className={styles.mark} />
            <span className={styles.left} title={text.dated(item.at)}>
              {timeLeftShort(timeLeft(item.at, now))}
            </span>
            <span className={styles.what}>
              {title}
              <span className={styles.soft}>{dueText.kinds[item.kind]}</span>
            </span>
            {onSnooze !== null && (
              <>
                <Button
                  variant="subtle"
                  title={text.asideHint}
                  aria-keyshortcuts="."
                  aria-label={text.aside(title)}
                  onKeyDown={onKeyDown}
                  onClick={() => onSnooze(item)}
                >
                  {text.asideShort}
                </Button>
                <Button aria-label={text.go(title)} onKeyDown={onKeyDown} onClick={() => goToDue(item)}>
                  {text.goShort}
                </Button>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
