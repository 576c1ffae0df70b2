import { Select, Tabs } from '@mantine/core';
import { useState } from 'react';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import { useEdition } from '#renderer/client/editions.ts';
import { useDatasets } from '#renderer/client/queries.ts';
import { Pill } from '#renderer/design/pill.tsx';
import { Screen } from '#renderer/design/screen.tsx';
import tabs from '#renderer/design/tabs.module.css';
import { wantedDatasetTab } from '#renderer/state/dataset-tab.ts';
import { selectDataset, useWithin } from '#renderer/state/ui-state.ts';
import { datasetsText as text } from '#shared/text/window/datasets.ts';
import { count } from '#shared/text/numbers.ts';
import { AboutTab } from './about-tab.tsx';
import { AllDatasetsTab } from './all-datasets-tab.tsx';
import { ColumnsTab } from './columns-tab.tsx';
import { EditionTab } from './edition-tab.tsx';
import { DatasetActions } from './dataset-actions.tsx';
import { JoinPage } from './join/join-page.tsx';
import { QualityTab } from './quality/quality-tab.tsx';
import { RejectsTab } from './rejects-tab.tsx';
import { RowsTab } from './rows-tab.tsx';

/** Which of the datasets is shown. */
function DatasetChoice({ all, shown }: { all: readonly DatasetSummary[]; shown: string }) {
  return (
    <Select
      aria-label={text.choose}
      w={220}
      allowDeselect={false}
      value={shown}
      onChange={(id) => selectDataset(id)}
      data={all.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}

/** How large it is, and what it was made of. */
function noteOf({ rows, columns, fileName, join }: DatasetSummary): string {
  return join === undefined
    ? text.note(rows, columns.length, fileName)
    : text.joinedNote(rows, columns.length, join.left.name, join.right.name);
}

/** What there is to see of a dataset, with how much of it asks for somebody. */
function TabList({ dataset, all }: { dataset: DatasetSummary; all: number }) {
  const edition = useEdition(dataset.id).data;
  return (
    <Tabs.List className={tabs.list}>
      <Tabs.Tab value="rows">{text.tabs.rows}</Tabs.Tab>
      <Tabs.Tab value="columns">{text.tabs.columns}</Tabs.Tab>
      <Tabs.Tab
        value="rejects"
        rightSection={dataset.rejectedRows > 0 ? <Pill tone="warn">{count(dataset.rejectedRows)}</Pill> : undefined}
      >
        {text.tabs.rejects}
      </Tabs.Tab>
      <Tabs.Tab value="quality">{text.tabs.quality}</Tabs.Tab>
      <Tabs.Tab value="about">{text.tabs.about}</Tabs.Tab>
      {edition?.earlier && (
        <Tabs.Tab
          value="since"
          rightSection={
            edition.check !== null &&
            edition.check.news.length > 0 && <Pill tone="warn">{count(edition.check.news.length)}</Pill>
          }
        >
          {text.tabs.since}
        </Tabs.Tab>
      )}
      {all > 1 && (
        <Tabs.Tab value="all" rightSection={<Pill>{count(all)}</Pill>}>
          {text.tabs.all}
        </Tabs.Tab>
      )}
    </Tabs.List>
  );
}

/** One dataset: its rows, what could not be read, where it comes from; and the others. */
export function DatasetView({ dataset, readOnly }: { dataset: DatasetSummary; readOnly: boolean }) {
  const all = useDatasets().data ?? [];
  const [tab, setTab] = useState(() => wantedDatasetTab() ?? 'rows');
  const [joining, setJoining] = useState(false);
  // A bar that is chosen, wherever its chart stands, shows its rows.
  const within = useWithin(dataset.id);
  const [shown, setShown] = useState(within);
  if (shown !== within) {
    setShown(within);
    if (within !== null) setTab('rows');
  }
  if (joining) return <JoinPage left={dataset} datasets={all} onClose={() => setJoining(false)} />;
  const join = (): void => {
    // Another dataset that comes in must not take this page's place.
    selectDataset(dataset.id);
    setJoining(true);
  };
  return (
    <Screen
      title={text.title}
      of={dataset.name}
      fill
      note={noteOf(dataset)}
      actions={
        <>
          {all.length > 1 && <DatasetChoice all={all} shown={dataset.id} />}
          <DatasetActions dataset={dataset} all={all} readOnly={readOnly} onJoin={all.length > 1 ? join : null} />
        </>
      }
    >
      <Tabs value={tab} onChange={(next) => setTab(next ?? 'rows')} keepMounted={false} className={tabs.tabs}>
        <TabList dataset={dataset} all={all.length} />
        <Tabs.Panel value="rows" className={tabs.fill}>
          <RowsTab dataset={dataset} />
        </Tabs.Panel>
        <Tabs.Panel value="columns" className={tabs.panel} tabIndex={0}>
          <ColumnsTab dataset={dataset} />
        </Tabs.Panel>
        <Tabs.Panel value="rejects" className={tabs.panel} tabIndex={0}>
          <RejectsTab dataset={dataset} />
        </Tabs.Panel>
        <Tabs.Panel value="quality" className={tabs.panel} tabIndex={0}>
          <QualityTab dataset={dataset} readOnly={readOnly} />
        </Tabs.Panel>
        <Tabs.Panel value="about" className={tabs.panel} tabIndex={0}>
          <AboutTab dataset={dataset} readOnly={readOnly} />
        </Tabs.Panel>
        <Tabs.Panel value="since" className={tabs.panel} tabIndex={0}>
          <EditionTab dataset={dataset} readOnly={readOnly} />
        </Tabs.Panel>
        <Tabs.Panel value="all" className={tabs.panel} tabIndex={0}>
          <AllDatasetsTab
            datasets={all}
            onShow={(id) => {
              selectDataset(id);
              setTab('rows');
            }}
          />
        </Tabs.Panel>
      </Tabs>
    </Screen>
  );
}
