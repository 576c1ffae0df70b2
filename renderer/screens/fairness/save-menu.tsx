import { Button, Menu } from '@mantine/core';
import { Printer } from 'lucide-react';
import type { Paper } from '#shared/contract/control.ts';
import type { MadeAuditShown } from '#shared/contract/fairness.ts';
import { fairnessScreenText } from '#shared/text/window/fairness.ts';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { keys, refresh } from '#renderer/client/query-client.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';

const text = fairnessScreenText.save;

/** The audit as a file, where the person says. */
const save = ({ entry, audit }: MadeAuditShown, ending: 'pdf' | 'html' | 'json', paper: Paper): Promise<void> =>
  guarded(async () => {
    const grant = await window.custos.requestSave({ kind: 'audit', suggestedName: text.name(audit.file, ending) });
    if (!grant) return;
    const { fileName, registerEntry } = await engine.fairness.save({ entry, grantId: grant.grantId, paper });
    await refresh(keys.register, keys.verification);
    notifyDone(text.done(fileName, registerEntry));
  });

export function SaveMenu({ made }: { made: MadeAuditShown }) {
  const ways = [
    [text.a4, 'pdf', 'A4'],
    [text.letter, 'pdf', 'Letter'],
    [text.html, 'html', 'A4'],
    [text.json, 'json', 'A4'],
  ] as const;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button leftSection={<Printer size={14} aria-hidden="true" />}>{text.button}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {ways.map(([label, ending, paper]) => (
          <Menu.Item key={label} onClick={() => void save(made, ending, paper)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
