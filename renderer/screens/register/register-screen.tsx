import { Button } from '@mantine/core';
import { BookOpenCheck, Search, ShieldCheck } from 'lucide-react';
import { useCallback, useState } from 'react';
import { keys, refresh } from '#renderer/client/query-client.ts';
import { useVerification, useWorkspace } from '#renderer/client/queries.ts';
import { EmptyState } from '#renderer/design/empty-state.tsx';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Screen } from '#renderer/design/screen.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { NoDataset } from '#renderer/workspace/no-dataset.tsx';
import { chooseEntry, useChosenEntry } from '#renderer/state/chosen-entry.ts';
import { registerText as text } from '#shared/text/window/register.ts';
import { EntryInspector } from './entry-inspector.tsx';
import { EntryList } from './entry-list.tsx';
import styles from './register.module.css';
import { SearchBar, useRegisterSearch } from './register-search.tsx';
import { useEntries } from './use-entries.ts';

type Entries = ReturnType<typeof useEntries>;

function Verified() {
  const verification = useVerification();
  if (verification.isError)
    return <FailureNotice error={verification.error} onRetry={() => void verification.refetch()} />;
  if (!verification.data) return null;
  const { ok, entries, problems, at } = verification.data;
  if (ok)
    return <Notice tone="pass">{[text.holds(entries, at), ...problems.map(({ detail }) => detail)].join(' ')}</Notice>;
  const first = problems[0];
  const { seq } = first ?? { seq: null };
  return (
    <Notice
      tone="block"
      title={text.broken(problems.length)}
      {...(seq === null ? {} : { action: <Button onClick={() => chooseEntry(seq)}>{text.showEntry(seq)}</Button> })}
    >
      {first === undefined ? '' : seq === null ? text.brokenWhole(first.detail) : text.brokenAt(seq, first.detail)}
    </Notice>
  );
}

/** The entries found, or that there are none. */
function Found({ entries, onRange, onClear }: { entries: Entries; onRange: Range['see']; onClear(): void }) {
  const chosen = useChosenEntry();
  const [index, setIndex] = useState(-1);
  if (entries.head.isPending) return <SkeletonRows rows={10} />;
  if (entries.total === 0)
    return (
      <EmptyState icon={Search} title={text.none.title} actions={<Button onClick={onClear}>{text.none.clear}</Button>}>
        {text.none.sentence}
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

/** The processing register: newest first, searchable, each entry readable, the whole verifiable. */
export function RegisterScreen() {
  const workspace = useWorkspace();
  const verification = useVerification();
  const chosen = useChosenEntry();
  const search = useRegisterSearch();
  const range = useRange();
  const entries = useEntries(search.filter, range.first, range.last);

  if (workspace.isPending) return <SkeletonRows rows={12} />;
  if (!workspace.data) return <NoDataset title={text.title} icon={BookOpenCheck} words={text.closed} />;
  if (entries.head.isError)
    return (
      <Screen title={text.title}>
        <FailureNotice error={entries.head.error} onRetry={() => void entries.head.refetch()} />
      </Screen>
    );
  return (
    <Screen
      title={text.title}
      note={text.note}
      fill
      actions={
        <Button
          variant="filled"
          leftSection={<ShieldCheck size={15} aria-hidden="true" />}
          loading={verification.isFetching}
          onClick={() => void refresh(keys.verification, keys.register)}
        >
          {text.verify}
        </Button>
      }
    >
      <div className={styles.strip}>
        <Verified />
      </div>
      <SearchBar search={search} entries={entries} />
      <Found entries={entries} onRange={range.see} onClear={search.clear} />
      <p className={styles.evident}>{text.evident}</p>
      {chosen !== null && <EntryInspector seq={chosen} />}
    </Screen>
  );
}
