import { Button } from '@mantine/core';
import { FileUp, FlaskConical, FolderOpen, Plus } from 'lucide-react';
import { commandEffect } from '#renderer/navigation/app-commands.ts';
import { useRecent } from '#renderer/client/queries.ts';
import { openDataset, trySample } from '#renderer/workspace/open-dataset.ts';
import { appText } from '#shared/text/window/app.ts';
import { homeText as text } from '#shared/text/window/home.ts';
import { chooseWorkspace } from '#renderer/workspace/workspace-actions.ts';
import styles from './home.module.css';
import { LastWorkspace } from './last-workspace.tsx';
import { RecentWorkspaces } from './recent-workspaces.tsx';
import { useDropHint } from './use-drop-hint.ts';

/**
 * The empty app: one sentence, the workspace of last time, two ways to begin, a place to drop a file, recent
 * workspaces.
 */
export function EmptyHome() {
  const hovering = useDropHint();
  const [last] = useRecent().data ?? [];
  const offered = last && !last.missing ? last : null;
  const create = commandEffect('workspace.create', { workspace: null, handlers: new Map() });
  return (
    <div className={styles.page} tabIndex={0} role="group" aria-label={text.title}>
      <div className={styles.column}>
        <h1 className={styles.product}>{appText.product}</h1>
        <p className={styles.sentence}>{text.sentence}</p>
        {offered && <LastWorkspace entry={offered} />}
        <div className={styles.drop} data-hovering={hovering || undefined}>
          <div className={styles.begin}>
            <Button
              variant={offered ? 'default' : 'filled'}
              className={styles.big}
              leftSection={<FileUp size={16} aria-hidden="true" />}
              onClick={() => void openDataset()}
            >
              {text.open}
            </Button>
            <Button
              className={styles.big}
              leftSection={<FlaskConical size={16} aria-hidden="true" />}
              onClick={() => void trySample()}
            >
              {text.sample}
            </Button>
          </div>
          <p className={styles.soft}>
            {text.drop} · {text.formats}
          </p>
          <p className={styles.soft}>{text.sampleNote}</p>
        </div>
        <section aria-labelledby="recent" className={styles.recent}>
          <div className={styles.recentHead}>
            <h2 id="recent" className={styles.heading}>
              {text.recent}
            </h2>
            <div className={styles.row}>
              <Button leftSection={<Plus size={14} aria-hidden="true" />} onClick={() => create?.()}>
                {text.create}
              </Button>
              <Button leftSection={<FolderOpen size={14} aria-hidden="true" />} onClick={() => void chooseWorkspace()}>
                {text.openWorkspace}
              </Button>
            </div>
          </div>
          <RecentWorkspaces />
        </section>
        <p className={styles.foot}>{text.offline}</p>
      </div>
    </div>
  );
}
