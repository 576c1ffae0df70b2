import { Button, Menu, Select, TextInput } from '@mantine/core';
import { ClipboardList, FileDown, FileUp, Plus, Search } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { engine } from '#renderer/client/connection.ts';
import { keys } from '#renderer/client/query-client.ts';
import { useWorkspace } from '#renderer/client/queries.ts';
import { useRecords } from '#renderer/client/records.ts';
import { EmptyState } from '#renderer/design/empty-state.tsx';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Hint } from '#renderer/design/hint.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { registerTabs, showRecord, type RecordTab } from '#renderer/state/register-place.ts';
import { showDialog } from '#renderer/workspace/dialog-state.ts';
import type { RecordSummary } from '#shared/contract/records.ts';
import { noFacets, type RecordFacets } from '#shared/domain/record-view.ts';
import type { Comparison } from '#shared/register/compare/difference.ts';
import type { RecordKind } from '#shared/register/record-kinds/index.ts';
import type { VersionState } from '#shared/register/register-snapshot.ts';
import { commandsText } from '#shared/text/commands.ts';
import { recordsText } from '#shared/text/window/records.ts';
import { registerText } from '#shared/text/window/register.ts';
import { NewRecord } from '../form/controls/new-record.tsx';
import { kindWords } from '../form/field-words.ts';
import { createRecord } from './create-record.ts';
import { FacetBar } from './facet-bar.tsx';
import { fitsFacets } from './facets.ts';
import styles from './list.module.css';
import { differencesOf, worstFirst } from './record-order.ts';
import { RecordTable } from './record-table.tsx';
import { SavedViews } from './saved-views.tsx';

const text = recordsText;
const states: readonly VersionState[] = ['draft', 'returned', 'in-review', 'approved', 'retired'];

/** Today as people here have it, YYYY-MM-DD. */
const localDay = (): string => new Date().toLocaleDateString('sv-SE');

/** Ids of the records in whose text the words stand; null while nothing is asked, or until it is known. */
function useFound(words: string): ReadonlySet<string> | null {
  const { data } = useQuery({
    queryKey: [...keys.records, 'search', words],
    queryFn: () => engine.records.search({ text: words }),
    enabled: words !== '',
    placeholderData: (before) => before,
  });
  return useMemo(() => (words === '' || data === undefined ? null : new Set(data.ids)), [words, data]);
}

/** Words and facets that a list is narrowed to. */
function useNarrowed(records: readonly RecordSummary[], comparison: Comparison | undefined) {
  const [typed, setTyped] = useState('');
  const [facets, setFacets] = useState<RecordFacets>(noFacets);
  const { data: workspace } = useWorkspace();
  const wanted = useDeferredValue(typed).trim();
  const found = useFound(wanted);
  const looking = { operator: workspace?.operator ?? '', today: localDay() };
  const shown = worstFirst(
    records.filter((record) => (found?.has(record.id) ?? true) && fitsFacets(record, facets, looking)),
    (record) => differencesOf(comparison, record),
  );
  const clear = (): void => {
    setTyped('');
    setFacets(noFacets);
  };
  return { typed, setTyped, facets, setFacets, shown, clear };
}

/** Which kind the new record is of: asked only where a tab has several. */
function NewButton({ kinds, onNew }: { kinds: readonly RecordKind[]; onNew(kind: RecordKind): void }) {
  const { data: workspace } = useWorkspace();
  const face = { leftSection: <Plus size={14} aria-hidden="true" />, disabled: workspace?.readOnly ?? true } as const;
  if (kinds.length === 1)
    return (
      <Button variant="filled" {...face} onClick={() => onNew(kinds[0]!)}>
        {text.create.open}
      </Button>
    );
  return (
    <Menu>
      <Menu.Target>
        <Button variant="filled" {...face}>
          {text.create.open}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {kinds.map((kind) => (
          <Menu.Item key={kind} onClick={() => onNew(kind)}>
            {kindWords(kind).one}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The register as a file, in and out. */
function InAndOut() {
  const { data: workspace } = useWorkspace();
  return (
    <>
      <Button
        leftSection={<FileDown size={14} aria-hidden="true" />}
        disabled={workspace?.readOnly ?? true}
        onClick={() => showDialog({ kind: 'register-import' })}
      >
        {commandsText['register.import']}
      </Button>
      <Button
        leftSection={<FileUp size={14} aria-hidden="true" />}
        onClick={() => showDialog({ kind: 'register-export' })}
      >
        {commandsText['register.export']}
      </Button>
    </>
  );
}

/** Words, a state and, of activities, all else that a list is narrowed by; views of it, and the register as a file. */
function NarrowBar({
  tab,
  narrowed,
  records,
  children,
}: {
  tab: RecordTab;
  narrowed: ReturnType<typeof useNarrowed>;
  records: readonly RecordSummary[];
  children: ReactNode;
}) {
  const { typed, facets } = narrowed;
  return (
    <>
      <div className={styles.bar} role="search">
        <TextInput
          className={styles.search}
          aria-label={text.list.search}
          placeholder={text.list.search}
          leftSection={<Search size={14} aria-hidden="true" />}
          value={typed}
          onChange={({ currentTarget }) => narrowed.setTyped(currentTarget.value)}
        />
        <Select
          aria-label={text.list.stateFilter}
          placeholder={text.list.anyState}
          clearable
          clearButtonProps={{ 'aria-label': text.form.clear }}
          w={150}
          value={facets.state as VersionState | null}
          onChange={(state) => narrowed.setFacets({ ...facets, state })}
          data={states.map((value) => ({ value, label: text.page.states[value] }))}
        />
        <span className={styles.total} role="status">
          {text.list.total(narrowed.shown.length, records.length)}
        </span>
        {tab === 'activities' && (
          <>
            <SavedViews
              now={{ text: typed, facets }}
              onShow={(view) => {
                narrowed.setTyped(view.text);
                narrowed.setFacets(view.facets);
              }}
            />
            <InAndOut />
          </>
        )}
        {children}
      </div>
      {tab === 'activities' && <FacetBar records={records} facets={facets} onChange={narrowed.setFacets} />}
    </>
  );
}

/** The records of a tab: those that need most first, with search and New. */
export function RecordList({ tab, comparison }: { tab: RecordTab; comparison?: Comparison | undefined }) {
  const all = useRecords();
  const { data: workspace } = useWorkspace();
  const kinds: readonly RecordKind[] = registerTabs[tab];
  const records = all.data?.filter(({ kind }) => kinds.includes(kind)) ?? [];
  const narrowed = useNarrowed(records, comparison);
  const [making, setMaking] = useState<RecordKind | null>(null);
  if (all.isError) return <FailureNotice error={all.error} onRetry={() => void all.refetch()} />;
  if (all.isPending) return <SkeletonRows rows={8} />;
  const newButton = <NewButton key="new" kinds={kinds} onNew={setMaking} />;
  const actions = tab === 'activities' ? [newButton, <InAndOut key="in-and-out" />] : newButton;
  const newForm = making !== null && (
    <div className={styles.new}>
      <NewRecord
        kind={making}
        onClose={() => setMaking(null)}
        onCreate={async (name) =>
          showRecord({ kind: making, id: await createRecord(making, name, workspace?.operator ?? '') })
        }
      />
    </div>
  );
  if (records.length === 0)
    return (
      <>
        {newForm}
        <EmptyState icon={ClipboardList} title={text.empty[tab].title} actions={actions}>
          {text.empty[tab].sentence}
        </EmptyState>
      </>
    );
  return (
    <>
      <NarrowBar tab={tab} narrowed={narrowed} records={records}>
        {newButton}
      </NarrowBar>
      {newForm}
      {narrowed.shown.length === 0 ? (
        <EmptyState
          icon={Search}
          title={text.list.noneFits}
          actions={<Button onClick={narrowed.clear}>{text.list.showAll}</Button>}
        >
          {text.list.noneFitsSentence}
        </EmptyState>
      ) : (
        <RecordTable records={narrowed.shown} label={text.list.label(registerText.tabs[tab])} comparison={comparison} />
      )}
      <Hint>{text.list.keys}</Hint>
    </>
  );
}
