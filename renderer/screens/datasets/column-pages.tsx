import { Button, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { useState } from 'react';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import { datasetsText } from '#shared/text/window/datasets.ts';
import styles from './columns.module.css';

const text = datasetsText.columns;
/** Columns on a page: of a wide file one page at a time is measured. */
const pageColumns = 60;

/** The columns whose name holds what was typed, a page at a time. */
export function useColumnPages(columns: DatasetSummary['columns']) {
  const [typed, setTyped] = useState('');
  const [page, setPage] = useState(0);
  const fitting = columns.filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()));
  return {
    typed,
    type: (next: string): void => {
      setTyped(next);
      setPage(0);
    },
    fitting: fitting.length,
    shown: fitting.slice(page * pageColumns, (page + 1) * pageColumns).map(({ name }) => name),
    many: fitting.length > pageColumns,
    before: page === 0 ? null : () => setPage(page - 1),
    after: (page + 1) * pageColumns >= fitting.length ? null : () => setPage(page + 1),
  };
}

/** What to look for, how many of all that leaves, and the way to the page before and after. */
export function PageBar({ pages, all }: { pages: ReturnType<typeof useColumnPages>; all: number }) {
  const { before, after } = pages;
  return (
    <div className={styles.bar} role="search">
      <TextInput
        aria-label={text.filter}
        placeholder={text.filter}
        w={260}
        leftSection={<Search size={14} aria-hidden="true" />}
        value={pages.typed}
        onChange={(event) => pages.type(event.currentTarget.value)}
      />
      <span role="status">{text.shown(pages.fitting, all)}</span>
      {pages.many && (
        <>
          <Button disabled={before === null} onClick={() => before?.()}>
            {text.before}
          </Button>
          <Button disabled={after === null} onClick={() => after?.()}>
            {text.after}
          </Button>
        </>
      )}
    </div>
  );
}
