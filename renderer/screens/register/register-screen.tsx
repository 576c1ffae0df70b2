import { Button, Tabs } from '@mantine/core';
import { BookOpenCheck, ShieldCheck } from 'lucide-react';
import type { ComponentType } from 'react';
import { keys, refresh } from '#renderer/client/query-client.ts';
import { useVerification, useWorkspace } from '#renderer/client/queries.ts';
import { Screen } from '#renderer/design/screen.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import tabs from '#renderer/design/tabs.module.css';
import { useChosenEntry } from '#renderer/state/chosen-entry.ts';
import { registerTabs, showRegisterTab, useRegisterTab, type RegisterTab } from '#renderer/state/register-place.ts';
import { NoDataset } from '#renderer/workspace/no-dataset.tsx';
import { registerText as text } from '#shared/text/window/register.ts';
import { ActivitiesTab } from './activities/activities-tab.tsx';
import { EntryInspector } from './entry-inspector.tsx';
import { HistoryTab } from './history/history-tab.tsx';
import styles from './register.module.css';
import { Verified } from './verified.tsx';

const panels: Record<RegisterTab, ComponentType> = { activities: ActivitiesTab, history: HistoryTab };

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
        <Tabs.List className={tabs.list}>
          {registerTabs.map((id) => (
            <Tabs.Tab key={id} value={id}>
              {text.tabs[id]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {registerTabs.map((id) => {
          const Panel = panels[id];
          return (
            <Tabs.Panel key={id} value={id} className={tabs.fill}>
              <Panel />
            </Tabs.Panel>
          );
        })}
      </Tabs>
      {chosen !== null && <EntryInspector seq={chosen} />}
    </Screen>
  );
}
