import { Button, Select } from '@mantine/core';
import { FileQuestion } from 'lucide-react';
import { useState } from 'react';
import { useDataUses } from '#renderer/client/data-use.ts';
import { useDataset, useWorkspace } from '#renderer/client/queries.ts';
import { useRecords } from '#renderer/client/records.ts';
import { EmptyState } from '#renderer/design/empty-state.tsx';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { forgetWantedPurpose, showRecord, useWantedPurpose } from '#renderer/state/register-place.ts';
import { selectDataset } from '#renderer/state/ui-state.ts';
import { openDataset } from '#renderer/workspace/open-dataset.ts';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { UsesOfDataset } from '#shared/register/uses-of-dataset.ts';
import { dataUseText as text } from '#shared/text/window/data-use.ts';
import styles from './data-use.module.css';
import { DeclarePanel } from './declare-panel.tsx';
import { DeclaredPurposes } from './declared-purposes.tsx';
import { NecessitySection } from './necessity-section.tsx';
import { useActs } from './use-acts.ts';

function OfDataset({ dataset, uses }: { dataset: DatasetSummary; uses: UsesOfDataset }) {
  const { data: workspace } = useWorkspace();
  const readOnly = workspace?.readOnly ?? true;
  const wanted = useWantedPurpose();
  const [declaring, setDeclaring] = useState(false);
  const acts = useActs(dataset.id);
  const isOpen = !readOnly && (declaring || wanted !== null);
  const close = (): void => {
    setDeclaring(false);
    forgetWantedPurpose();
  };
  return (
    <>
      <div className={styles.top} data-declaring={isOpen || undefined}>
        <DeclaredPurposes uses={uses} readOnly={readOnly} onDeclare={isOpen ? null : () => setDeclaring(true)} />
        {isOpen && (
          <DeclarePanel key={wanted ?? ''} dataset={dataset} uses={uses} wanted={wanted} acts={acts} onClose={close} />
        )}
      </div>
      {/* The form needs the height: what columns are needed for is told again once the purpose is declared. */}
      {!isOpen && <NecessitySection uses={uses} readOnly={readOnly} acts={acts} />}
    </>
  );
}

/** Bindings of data that are not in this workspace, or not any more: to be read, and retired. */
function OtherBindings({ all }: { all: readonly UsesOfDataset[] }) {
  const { data } = useRecords();
  const shown = new Set(all.flatMap(({ purposes }) => purposes.flatMap(({ by }) => by.map(({ id }) => id))));
  const others = (data ?? []).filter(
    ({ kind, id, state }) => kind === 'binding' && state !== 'retired' && !shown.has(id),
  );
  if (others.length === 0) return null;
  return (
    <span className={styles.others}>
      {text.otherBindings}
      {others.map(({ kind, id, ref, title }) => (
        <Button key={id} variant="subtle" size="compact-sm" title={title} onClick={() => showRecord({ kind, id })}>
          {ref}
        </Button>
      ))}
    </span>
  );
}

/** What each dataset is for: its purposes, which columns they need, and tests of further ones. */
export function DataUseTab() {
  const all = useDataUses();
  const dataset = useDataset();
  if (all.isError) return <FailureNotice error={all.error} onRetry={() => void all.refetch()} />;
  if (all.isPending) return <SkeletonRows rows={10} label={text.loading} />;
  const uses = all.data.find(({ id }) => id === dataset?.id);
  if (dataset !== null && uses === undefined) return <SkeletonRows rows={10} label={text.arriving(dataset.name)} />;
  if (dataset === null || uses === undefined)
    return (
      <EmptyState
        icon={FileQuestion}
        title={text.empty.title}
        actions={
          <Button variant="filled" onClick={() => void openDataset()}>
            {text.empty.open}
          </Button>
        }
      >
        {text.empty.sentence}
      </EmptyState>
    );
  return (
    <div className={styles.page}>
      <div className={styles.bar}>
        <Select
          className={styles.dataset}
          aria-label={text.dataset}
          allowDeselect={false}
          searchable
          data={all.data.map(({ id, name, purposes }) => ({ value: id, label: text.choice(name, purposes.length) }))}
          value={dataset.id}
          onChange={(id) => {
            if (id !== null) selectDataset(id);
          }}
        />
        <OtherBindings all={all.data} />
      </div>
      <OfDataset key={dataset.id} dataset={dataset} uses={uses} />
    </div>
  );
}
