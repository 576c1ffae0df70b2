import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Check, Copy, FolderOpen } from 'lucide-react';
import { engine } from '#renderer/client/connection.ts';
import { releaseText } from '#shared/text/window/release.ts';
import styles from './where-it-lies.module.css';
import { guarded } from './workspace-actions.ts';

const text = releaseText.done;

/** The file that was written: where it lies, in full, and two ways to get there. */
export function WhereItLies({ grantId, fileName }: { grantId: string; fileName: string }) {
  const place = useQuery({ queryKey: ['place', grantId], queryFn: () => engine.releases.place({ grantId }) });
  const clipboard = useClipboard({ timeout: 3000 });
  const path = place.data?.path ?? fileName;
  const show = (): Promise<void> => guarded(async () => void (await engine.releases.showInFolder({ grantId })));
  return (
    <div className={styles.where} role="group" aria-label={text.where}>
      <Check size={18} aria-hidden="true" className={styles.tick} />
      <code className={styles.path} title={path}>
        <bdi>{path}</bdi>
      </code>
      <Button leftSection={<FolderOpen size={14} aria-hidden="true" />} onClick={() => void show()}>
        {text.showInFolder}
      </Button>
      <Button leftSection={<Copy size={14} aria-hidden="true" />} onClick={() => clipboard.copy(path)}>
        {clipboard.copied ? text.copied : text.copyPath}
      </Button>
    </div>
  );
}
