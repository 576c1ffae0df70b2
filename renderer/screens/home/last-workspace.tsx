import { Button } from '@mantine/core';
import { FolderLock } from 'lucide-react';
import { homeText as text } from '#shared/text/window/home.ts';
import { moment } from '#shared/text/numbers.ts';
import { offerWorkspace } from '#renderer/workspace/workspace-actions.ts';
import styles from './home.module.css';

/** The workspace that was open last, before everything else one can begin with. */
export function LastWorkspace({
  entry,
}: {
  entry: { id: string; name: string; organisation: string; openedAt: string; rememberedKey: boolean };
}) {
  return (
    <section aria-label={text.last} className={styles.last}>
      <FolderLock size={20} aria-hidden="true" />
      <div className={styles.lastName}>
        <strong>{entry.name}</strong>
        <p className={styles.soft}>
          {[text.last, entry.organisation, moment(entry.openedAt)].filter(Boolean).join(' · ')}
        </p>
      </div>
      <Button
        variant="filled"
        className={styles.big}
        onClick={() => void offerWorkspace({ name: entry.name, recentId: entry.id, remembered: entry.rememberedKey })}
      >
        {text.continueWith(entry.name)}
      </Button>
    </section>
  );
}
