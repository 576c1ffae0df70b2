import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { KeptColumn } from '#shared/domain/kept-figures.ts';
import { keptWindowText as text } from '#shared/text/window/kept.ts';
import { BeforeAfterChart, BeforeAfterLegend } from '#renderer/charts/before-after-chart.tsx';
import styles from './kept.module.css';

/** Columns drawn before anybody asks for more. */
const shownAtFirst = 9;

/** Those that changed most first, what cannot be drawn last. */
const byChange = (columns: readonly KeptColumn[]): KeptColumn[] =>
  columns.toSorted((a, b) => Number(a.steps === null) - Number(b.steps === null) || (a.same ?? 1) - (b.same ?? 1));

/** Every column that stays before and after; a wide file by its worst ones, the others by name. */
export function Distributions({ columns }: { columns: readonly KeptColumn[] }) {
  const [find, setFind] = useState('');
  const [all, setAll] = useState(false);
  const wanted = find.trim().toLowerCase();
  const found = byChange(columns).filter(({ column }) => column.toLowerCase().includes(wanted));
  const shown = all || wanted !== '' ? found : found.slice(0, shownAtFirst);
  return (
    <>
      <div className={styles.bar}>
        <BeforeAfterLegend />
        {columns.length > shownAtFirst && (
          <TextInput
            aria-label={text.find}
            placeholder={text.find}
            value={find}
            onChange={({ currentTarget }) => setFind(currentTarget.value)}
          />
        )}
      </div>
      <div className={styles.grid}>
        {shown.map((column) => (
          <BeforeAfterChart key={column.column} column={column} />
        ))}
      </div>
      {found.length === 0 && <p className={styles.soft}>{text.none}</p>}
      {shown.length < found.length && <Button onClick={() => setAll(true)}>{text.all(found.length)}</Button>}
    </>
  );
}
