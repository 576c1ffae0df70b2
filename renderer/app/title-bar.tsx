import { ActionIcon, Button, Menu, UnstyledButton } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { ChevronDown, FolderLock, Moon, Search, ShieldCheck, Sun, UserRound } from 'lucide-react';
import { useRecent, useWorkspace } from '#renderer/client/queries.ts';
import { operatorWithRole } from '#shared/text/operators.ts';
import { appText } from '#shared/text/window/app.ts';
import { workspaceText } from '#shared/text/window/workspace.ts';
import { showDialog } from '#renderer/workspace/dialog-state.ts';
import { offerWorkspace, switchOperator } from '#renderer/workspace/workspace-actions.ts';
import { commandEffect } from '../navigation/app-commands.ts';
import { useCommandHandlers } from '../navigation/command-bus.ts';
import { JobList } from './job-list.tsx';
import { shortcutText } from './shortcut.ts';
import styles from './title-bar.module.css';
import { isMac } from './use-commands.ts';
import { switchTheme, useScheme } from '../design/use-theme.ts';

function WorkspaceMenu() {
  const workspace = useWorkspace().data ?? null;
  const recent = useRecent().data;
  const handlers = useCommandHandlers();
  const item = (id: 'workspace.create' | 'workspace.open' | 'workspace.save' | 'workspace.close', label: string) => {
    const run = commandEffect(id, { workspace, handlers });
    return (
      <Menu.Item disabled={run === null} onClick={() => run?.()}>
        {label}
      </Menu.Item>
    );
  };
  const others = (recent ?? []).filter((entry) => entry.id !== workspace?.id).slice(0, 6);
  return (
    <Menu position="bottom-start" width={280}>
      <Menu.Target>
        <UnstyledButton className={styles.workspace}>
          <span className="sr-only">{appText.workspaceMenu}: </span>
          <FolderLock size={15} aria-hidden="true" />
          <span className={styles.workspaceName}>{workspace?.name ?? appText.noWorkspace}</span>
          {workspace?.temporary && <span className={styles.soft}>{appText.temporary}</span>}
          {workspace?.readOnly && <span className={styles.soft}>{appText.readOnly}</span>}
          <ChevronDown size={13} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {item('workspace.create', workspaceText.menu.create)}
        {item('workspace.open', workspaceText.menu.open)}
        {item('workspace.save', workspaceText.menu.save)}
        {others.length > 0 && <Menu.Divider />}
        {others.map((entry) => (
          <Menu.Item
            key={entry.id}
            disabled={entry.missing}
            onClick={() =>
              void offerWorkspace({ name: entry.name, recentId: entry.id, remembered: entry.rememberedKey })
            }
          >
            {entry.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        {item('workspace.close', workspaceText.menu.close)}
      </Menu.Dropdown>
    </Menu>
  );
}

function Operator() {
  const workspace = useWorkspace().data;
  if (!workspace) return null;
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <UnstyledButton className={styles.operator}>
          <span className="sr-only">{appText.operator}: </span>
          <UserRound size={15} aria-hidden="true" />
          <span className={styles.workspaceName}>
            {workspace.role === null
              ? workspace.operator || appText.noOperator
              : operatorWithRole(workspace.operator, workspace.role)}
          </span>
          <ChevronDown size={13} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {workspace.role === null ? (
          <Menu.Item disabled={workspace.readOnly} onClick={() => showDialog({ kind: 'operator' })}>
            {appText.nameOperator}
          </Menu.Item>
        ) : (
          <Menu.Item onClick={() => void switchOperator(workspace)}>{appText.switchOperator}</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Product and workspace on the left, the palette in the middle, running jobs and the operator on the right. */
export function TitleBar() {
  const scheme = useScheme();
  return (
    <header className={styles.bar}>
      <ShieldCheck size={18} aria-hidden="true" className={styles.logo} />
      <WorkspaceMenu />
      <Button
        className={styles.search}
        classNames={{ label: styles.searchLabel! }}
        justify="space-between"
        leftSection={<Search size={14} aria-hidden="true" />}
        rightSection={<kbd className={styles.keys}>{shortcutText('CmdOrCtrl+K', isMac())}</kbd>}
        onClick={() => spotlight.open()}
      >
        {appText.search}
      </Button>
      <div className={styles.right}>
        <JobList />
        <ActionIcon aria-label={appText.switchTheme} onClick={switchTheme}>
          {scheme === 'dark' ? <Sun size={16} aria-hidden="true" /> : <Moon size={16} aria-hidden="true" />}
        </ActionIcon>
        <Operator />
      </div>
    </header>
  );
}
