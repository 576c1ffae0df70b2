import { Button, Menu } from '@mantine/core';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import type { Paper } from '#shared/contract/control.ts';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import { releaseText } from '#shared/text/window/release.ts';
import { toldRunsText as text } from '#shared/text/window/told-runs.ts';
import { ToldView } from './told-view.tsx';
import styles from './told.module.css';

/** A certificate of told figures: read here, or saved as a page to print. */
export function ToldButtons({ releaseId, entry }: { releaseId: string; entry: number }) {
  const [reading, setReading] = useState(false);
  const save = (ending: 'pdf' | 'html', paper: Paper): Promise<void> =>
    guarded(async () => {
      const suggestedName = text.printName(entry, ending);
      const grant = await window.custos.requestSave({ kind: 'certificate', suggestedName });
      if (!grant) return;
      const written = await engine.elsewhere.printCertificate({ releaseId, grantId: grant.grantId, paper });
      notifyDone(releaseText.print.saved(written.fileName));
    });
  return (
    <div className={styles.buttons}>
      <Button aria-label={text.readOf(entry)} onClick={() => setReading(true)}>
        {text.read}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button leftSection={<Printer size={14} aria-hidden="true" />} aria-label={text.printOf(entry)}>
            {releaseText.print.button}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void save('pdf', 'A4')}>{releaseText.print.a4}</Menu.Item>
          <Menu.Item onClick={() => void save('pdf', 'Letter')}>{releaseText.print.letter}</Menu.Item>
          <Menu.Item onClick={() => void save('html', 'A4')}>{releaseText.print.html}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {reading && <ToldView releaseId={releaseId} entry={entry} onClose={() => setReading(false)} />}
    </div>
  );
}
