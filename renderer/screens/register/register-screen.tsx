import { Button, Tabs } from '@mantine/core';
import { BookOpenCheck, ShieldCheck } from 'lucide-react';
import { keys, refresh } from '#renderer/client/query-client.ts';
import { useVerification, useWorkspace } from '#renderer/client/queries.ts';
import { useRecords } from '#renderer/client/records.ts';
import { Pill } from '#renderer/design/pill.tsx';
import { Screen } from '#renderer/design/screen.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { TabStrip } from '#renderer/design/tab-strip.tsx';
import tabs from '#renderer/design/tabs.module.css';
import { useChosenEntry } from '#renderer/state/chosen-entry.ts';
import {
  registerTabIds,
  registerTabs,
  showRegisterTab,
  useAssessed,
  useOpenRecord,
  useRegisterTab,
  type RegisterTab,
} from '#renderer/state/register-place.ts';
import { NoDataset } from '#renderer/workspace/no-dataset.tsx';
import type { RecordKind } from '#shared/register/record-kinds/index.ts';
import { count } from '#shared/text/numbers.ts';
import { registerText as text } from '#shared/text/window/register.ts';
import { ActivitiesTab } from './activities/activities-tab.tsx';
import { DataUseTab } from './data-use/data-use-tab.tsx';
import { DifferencesTab } from './differences/differences-tab.tsx';
import { EntryInspector } from './entry-inspector.tsx';
import { HeadsTab } from './heads/heads-tab.tsx';
import { HistoryTab } from './history/history-tab.tsx';
import { RecordList } from './list/record-list.tsx';
import { AssessmentsTab } from './impact/assessments-tab.tsx';
import { ImpactPage } from './impact/impact-page.tsx';
import { NoticesTab } from './notices/notices-tab.tsx';
import { OrganisationTab } from './organisation/organisation-tab.tsx';
import { RecordPage } from './record/record-page.tsx';
import styles from './register.module.css';
import { Verified } from './verified.tsx';

function VerifyButton() {
  const verification = useVerification();
  return (
    <Button
      leftSection={<ShieldCheck size={15} aria-hidden="true" />}
      loading={verification.isFetching}
      onClick={() => void refresh(keys.verification, keys.register)}
    >
      {text.verify}
    </Button>
  );
}

/** What a tab shows: the record that is open, the history, or the list of its kinds. */
function Panel({ tab }: { tab: RegisterTab }) {
  const open = useOpenRecord();
  const assessed = useAssessed();
  if (open !== null) return <RecordPage key={`${open.kind} ${open.id}`} record={open} />;
  if (assessed !== null) return <ImpactPage key={assessed} activity={assessed} />;
  switch (tab) {
    case 'activities':
      return <ActivitiesTab />;
    case 'differences':
      return <DifferencesTab />;
    case 'data':
      return <DataUseTab />;
    case 'history':
      return <HistoryTab />;
    case 'heads':
      return <HeadsTab />;
    case 'assessments':
      return <AssessmentsTab />;
    case 'notices':
      return <NoticesTab />;
    case 'organisation':
      return <OrganisationTab />;
    default:
      return <RecordList tab={tab} />;
  }
}

/** How many records a tab holds; nothing while that is not known, or none. */
function TabCount({ tab }: { tab: RegisterTab }) {
  const { data } = useRecords();
  const kinds: readonly RecordKind[] = registerTabs[tab];
  const many = data?.filter(({ kind }) => kinds.includes(kind)).length ?? 0;
  return many === 0 || tab === 'organisation' ? null : <Pill>{count(many)}</Pill>;
}

/** The register of processing: its records by kind, and the history of everything that was done. */
export function RegisterScreen() {
  const workspace = useWorkspace();
  const chosen = useChosenEntry();
  const tab = useRegisterTab();
  if (workspace.isPending) return <SkeletonRows rows={12} />;
  if (!workspace.data) return <NoDataset title={text.title} icon={BookOpenCheck} words={text.closed} />;
  return (
    <Screen title={text.title} note={text.note} fill actions={<VerifyButton />}>
      <div className={styles.strip}>
        <Verified onlyBroken={tab !== 'history'} />
      </div>
      <Tabs
        value={tab}
        onChange={(next) => showRegisterTab((next ?? 'activities') as RegisterTab)}
        keepMounted={false}
        className={tabs.tabs}
      >
        <TabStrip shown={tab}>
          {registerTabIds.map((id) => (
            <Tabs.Tab key={id} value={id} rightSection={<TabCount tab={id} />}>
              {text.tabs[id]}
            </Tabs.Tab>
          ))}
        </TabStrip>
        {registerTabIds.map((id) => (
          <Tabs.Panel key={id} value={id} className={tabs.fill}>
            <Panel tab={id} />
          </Tabs.Panel>
        ))}
      </Tabs>
      {chosen !== null && <EntryInspector seq={chosen} />}
    </Screen>
  );
}
