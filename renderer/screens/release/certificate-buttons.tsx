import { Button, Menu } from '@mantine/core';
import { FileText, Printer } from 'lucide-react';
import { useState } from 'react';
import type { Paper } from '#shared/contract/control.ts';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { releaseText as text } from '#shared/text/window/release.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import { CertificateView } from './certificate-view.tsx';

/** A certificate: read here, or saved as a page to print. */
export function CertificateButtons({ releaseId, fileName }: { releaseId: string; fileName: string }) {
  const [reading, setReading] = useState(false);
  const save = (ending: 'pdf' | 'html', paper: Paper): Promise<void> =>
    guarded(async () => {
      const grant = await window.custos.requestSave({
        kind: 'certificate',
        suggestedName: text.print.name(fileName, ending),
      });
      if (!grant) return;
      const written = await engine.releases.printCertificate({ releaseId, grantId: grant.grantId, paper });
      notifyDone(text.print.saved(written.fileName));
    });
  return (
    <>
      <Button
        leftSection={<FileText size={14} aria-hidden="true" />}
        aria-label={text.readOf(fileName)}
        onClick={() => setReading(true)}
      >
        {text.done.certificate}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button leftSection={<Printer size={14} aria-hidden="true" />}>{text.print.button}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void save('pdf', 'A4')}>{text.print.a4}</Menu.Item>
          <Menu.Item onClick={() => void save('pdf', 'Letter')}>{text.print.letter}</Menu.Item>
          <Menu.Item onClick={() => void save('html', 'A4')}>{text.print.html}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {reading && <CertificateView releaseId={releaseId} fileName={fileName} onClose={() => setReading(false)} />}
    </>
  );
}
