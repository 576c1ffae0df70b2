import { Button, Menu } from '@mantine/core';
import { Printer } from 'lucide-react';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { keys, refresh } from '#renderer/client/query-client.ts';
import { runJob } from '#renderer/client/use-job.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import { registerFilesWindowText } from '#shared/text/window/register-files.ts';

const text = registerFilesWindowText.print;

/** Saves one activity, with all that it refers to, as a page to print. */
export function PrintRecord({ id, name }: { id: string; name: string }) {
  const save = (format: 'pdf' | 'html'): Promise<void> =>
    guarded(async () => {
      const grant = await window.custos.requestSave({ kind: 'register', suggestedName: text.name(name, format) });
      if (!grant) return;
      const { grantId, fileName } = grant;
      const done = await runJob(text.job(fileName), () =>
        engine.registerFiles.export({ grantId, format, activity: id }),
      );
      await refresh(keys.register, keys.verification);
      if (done !== null) notifyDone(text.done(done.fileName));
    });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button leftSection={<Printer size={14} aria-hidden="true" />}>{text.open}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void save('pdf')}>{text.pdf}</Menu.Item>
        <Menu.Item onClick={() => void save('html')}>{text.html}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
