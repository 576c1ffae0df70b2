import { Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { registerText as text } from '#shared/text/window/register.ts';
import styles from './history.module.css';
import type { useEntries } from './use-entries.ts';

/** What is looked for: words typed, and one kind of entry. */
export function useRegisterSearch() {
  const [kind, setKind] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed, 200);
  const clear = (): void => {
    setKind(null);
    setTyped('');
  };
  return { kind, setKind, typed, setTyped, clear, filter: { kind, text: settled.trim() } };
}

interface Props {
  search: ReturnType<typeof useRegisterSearch>;
  entries: ReturnType<typeof useEntries>;
}

/** Words, a kind of entry, and how many that leaves. */
export function SearchBar({ search, entries }: Props) {
  return (
    <div className={styles.bar} role="search">
      <TextInput
        className={styles.search}
        aria-label={text.search}
        placeholder={text.search}
        leftSection={<Search size={14} aria-hidden="true" />}
        value={search.typed}
        onChange={(event) => search.setTyped(event.currentTarget.value)}
      />
      <Select
        aria-label={text.filterKind}
        placeholder={text.allKinds}
        clearable
        searchable
        value={search.kind}
        onChange={search.setKind}
        data={entries.kinds.map((value) => ({ value, label: text.kind(value) }))}
      />
      <span className={styles.total} role="status">
        {text.total(entries.total)}
      </span>
    </div>
  );
}
