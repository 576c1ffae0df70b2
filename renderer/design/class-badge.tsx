import { Tooltip } from '@mantine/core';
import type { ColumnMark } from '#shared/domain/shown-class.ts';
import { classText } from '#shared/text/window/classes.ts';
import styles from './class-badge.module.css';

/** A class, or that it is not known, as colour, letter and (unless `short`) word; `short` keeps the word for screen readers and the hover. */
export function ClassBadge({ of, short = false }: { of: ColumnMark; short?: boolean }) {
  const { letter, word, meaning } = classText[of];
  return (
    <Tooltip label={`${word}: ${meaning}`} multiline maw={280}>
      <span className={styles.badge} data-class={of}>
        <span className={styles.letter} aria-hidden="true">
          {letter}
        </span>
        <span className={short ? 'sr-only' : styles.word}>{word}</span>
      </span>
    </Tooltip>
  );
}
