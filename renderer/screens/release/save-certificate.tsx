import { Button, Menu } from '@mantine/core';
import { Printer } from 'lucide-react';
import type { Paper } from '#shared/contract/control.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import { releaseText as text } from '#shared/text/window/release.ts';

interface Props {
  /** What the button says, and what it is called where it stands once for each of several releases. */
  said: string;
  label?: string;
  suggestedName(ending: string): string;
  print(chosen: { grantId: string; paper: Paper }): Promise<{ fileName: string }>;
}

/** Saves a certificate as a page, in the form and at the place that the person chooses. */
export function SaveCertificate({ said, label, suggestedName, print }: Props) {
  const save = (ending: 'pdf' | 'html', paper: Paper): Promise<void> =>
    guarded(async () => {
      const grant = await window.custos.requestSave({ kind: 'certificate', suggestedName: suggestedName(ending) });
      if (!grant) return;
      const written = await print({ grantId: grant.grantId, paper });
      notifyDone(text.print.saved(written.fileName));
    });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button aria-label={label} leftSection={<Printer size={14} aria-hidden="true" />}>
          {said}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void save('pdf', 'A4')}>{text.print.a4}</Menu.Item>
        <Menu.Item onClick={() => void save('pdf', 'Letter')}>{text.print.letter}</Menu.Item>
        <Menu.Item onClick={() => void save('html', 'A4')}>{text.print.html}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
