import { Button } from '@mantine/core';
import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { WithinTerm } from '#shared/contract/datasets.ts';
import { showAllRows } from '#renderer/state/ui-state.ts';
import { columnText } from '#shared/text/window/column.ts';
import { datasetsText as text } from '#shared/text/window/datasets.ts';
import styles from './datasets.module.css';

/** The bar that took the keyboard last: whoever comes back to the rows keeps it where they are. */
let taken: WithinTerm | null = null;

/** The bar whose rows are shown alone, and the way back: it has the keyboard when a bar was chosen. */
export function WithinChip({ within }: { within: WithinTerm }) {
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (taken === within) return;
    taken = within;
    back.current?.focus();
  }, [within]);
  return (
    <p className={styles.within} role="status">
      <span className={styles.withinWords}>
        {text.within(within.column, columnText.shape.between[within.of](within.from, within.to))}
      </span>
      <Button ref={back} rightSection={<X size={14} aria-hidden="true" />} onClick={showAllRows}>
        {text.allRows}
      </Button>
    </p>
  );
}
