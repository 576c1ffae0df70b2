import { Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Search } from 'lucide-react';
import { useState } from 'react';
import type { HistoryFilter } from '#shared/contract/register.ts';
import { daySpan, isDay } from '#shared/domain/day-span.ts';
import { historyTabText as text } from '#shared/text/window/history.ts';
import styles from './history.module.css';
import { PrintHistory } from './print-history.tsx';
import type { useEntries } from './use-entries.ts';

interface Choices {
  actor: string | null;
  area: string | null;
  dataset: string | null;
  /** YYYY-MM-DD. */
  from: string;
  to: string;
}

const none: Choices = { actor: null, area: null, dataset: null, from: '', to: '' };
const given = (value: string | null): string | undefined => value ?? undefined;
const day = (value: string): string | undefined => (isDay(value) ? value : undefined);

/** What is looked for: words typed, and what was chosen. */
export function useHistorySearch() {
  const [choices, setChoices] = useState(none);
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed, 200);
  const choose = (part: Partial<Choices>): void => setChoices((now) => ({ ...now, ...part }));
  const clear = (): void => {
    setChoices(none);
    setTyped('');
  };
  const filter: HistoryFilter = {
    actor: given(choices.actor),
    area: given(choices.area) as HistoryFilter['area'],
    dataset: given(choices.dataset),
    ...daySpan(day(choices.from), day(choices.to)),
    ...(settled.trim() === '' ? {} : { text: settled.trim() }),
  };
  return { choices, choose, typed, setTyped, clear, filter };
}

interface Props {
  search: ReturnType<typeof useHistorySearch>;
  entries: ReturnType<typeof useEntries>;
}

/** Words, who, area, dataset and days, each with what it would leave; how many that leaves, and their print. */
export function HistorySearch({ search, entries }: Props) {
  const { choices, choose, typed, setTyped, filter } = search;
  const { actors = [], areas = [], datasets = [] } = entries.facets ?? {};
  const facets = [
    ['actor', text.who, actors],
    ['area', text.area, areas],
    ['dataset', text.dataset, datasets],
  ] as const;
  return (
    <div className={styles.bar} role="search">
      <TextInput
        className={styles.search}
        aria-label={text.search}
        placeholder={text.search}
        leftSection={<Search size={14} aria-hidden="true" />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {facets.map(([key, label, values]) => (
        <Select
          key={key}
          className={styles.facet}
          aria-label={label}
          placeholder={label}
          clearable
          searchable
          value={choices[key]}
          onChange={(value) => choose({ [key]: value })}
          data={values.map((one) => ({ value: one.value, label: text.facet(one.label, one.entries) }))}
        />
      ))}
      {(['from', 'to'] as const).map((key) => (
        <TextInput
          key={key}
          type="date"
          className={styles.day}
          aria-label={text[key]}
          title={text[key]}
          leftSection={<span className={styles.dayWord}>{text.short[key]}</span>}
          leftSectionWidth={44}
          value={choices[key]}
          onChange={(event) => choose({ [key]: event.currentTarget.value })}
        />
      ))}
      <span className={styles.total} role="status">
        {text.total(entries.total)}
      </span>
      <PrintHistory filter={filter} />
    </div>
  );
}
