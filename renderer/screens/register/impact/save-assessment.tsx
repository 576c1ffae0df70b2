import { Button, Menu } from '@mantine/core';
import { Download } from 'lucide-react';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { keys, refresh } from '#renderer/client/query-client.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import { impactFormats, type ImpactFormat } from '#shared/contract/impact.ts';
import { impactWindowText } from '#shared/text/window/impact.ts';

const text = impactWindowText.save;

/** Saves the assessment as a file, where the person says. */
export function SaveAssessment({ activity, name }: { activity: string; name: string }) {
  const save = (format: ImpactFormat): Promise<void> =>
    guarded(async () => {
      const grant = await window.custos.requestSave({ kind: 'assessment', suggestedName: text.name(name, format) });
      if (!grant) return;
      const done = await engine.impact.export({ activity, grantId: grant.grantId, format });
      await refresh(keys.register, keys.verification);
      notifyDone(text.done(done.fileName, done.filled, done.fields));
    });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button leftSection={<Download size={14} aria-hidden="true" />}>{text.button}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {impactFormats.map((format) => (
          <Menu.Item key={format} onClick={() => void save(format)}>
            {text.formats[format]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
