import { Button } from '@mantine/core';
import { Search } from 'lucide-react';
import { useCallback, useState } from 'react';
import { EmptyState } from '#renderer/design/empty-state.tsx';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { chooseEntry, useChosenEntry } from '#renderer/state/chosen-entry.ts';
import { historyTabText as words } from '#shared/text/window/history.ts';
import { registerText as text } from '#shared/text/window/register.ts';
import { EntryList } from './entry-list.tsx';
import styles from './history.module.css';
import { HistorySearch, useHistorySearch } from './history-search.tsx';
import { useEntries } from './use-entries.ts';

type Entries = ReturnType<typeof useEntries>;

/** The entries found, or that there are none. */
function Found({ entries, onRange, onClear }: { entries: Entries; onRange: Range['see']; onClear(): void }) {
  const chosen = useChosenEntry();
  const [index, setIndex] = useState(-1);
  if (entries.head.isPending) return <SkeletonRows rows={10} />;
  if (entries.total === 0)
    return (
      <EmptyState
        icon={Search}
        title={words.none.title}
        actions={<Button onClick={onClear}>{words.none.clear}</Button>}
      >
        {words.none.sentence}
      </EmptyState>
    );
  return (
    <EntryList
      entries={entries}
      selected={chosen}
      index={index}
      onRange={onRange}
      onSelect={(seq, at) => {
        chooseEntry(seq);
        setIndex(at);
      }}
    />
  );
}

interface Range {
  first: number;
  last: number;
  see(first: number, last: number): void;
}

/** Which entries are in sight; the same range again is no news. */
function useRange(): Range {
  const [range, setRange] = useState({ first: 0, last: 0 });
  const see = useCallback(
    (first: number, last: number) =>
      setRange((now) => (now.first === first && now.last === last ? now : { first, last })),
    [],
  );
  return { ...range, see };
}

/** Everything that happened, newest first, searchable, each entry readable. */
export function HistoryTab() {
  const search = useHistorySearch();
  const range = useRange();
  const entries = useEntries(search.filter, range.first, range.last);
  if (entries.head.isError)
    return <FailureNotice error={entries.head.error} onRetry={() => void entries.head.refetch()} />;
  return (
    <>
      <HistorySearch search={search} entries={entries} />
      <Found entries={entries} onRange={range.see} onClear={search.clear} />
      <p className={styles.evident}>{text.evident}</p>
    </>
  );
}
