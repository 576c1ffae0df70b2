import { Button, Menu } from '@mantine/core';
import { Printer } from 'lucide-react';
import type { Paper } from '#shared/contract/control.ts';
import type { HistoryFilter } from '#shared/contract/register.ts';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import { historyPageText } from '#shared/text/history/page.ts';
import { historyTabText as text } from '#shared/text/window/history.ts';

type Ending = 'pdf' | 'html' | 'csv';

/** Saves the entries that are left as a page to print or as a table, where the person says. */
export function PrintHistory({ filter }: { filter: HistoryFilter }) {
  const save = (ending: Ending, paper: Paper): Promise<void> =>
    guarded(async () => {
      const grant = await window.custos.requestSave({ kind: 'history', suggestedName: text.print.name(ending) });
      if (!grant) return;
      const written = await engine.register.print({ filter, grantId: grant.grantId, paper });
      notifyDone(historyPageText.written(written.entries, written.fileName));
    });
  const ways: [string, Ending, Paper][] = [
    [text.print.a4, 'pdf', 'A4'],
    [text.print.letter, 'pdf', 'Letter'],
    [text.print.html, 'html', 'A4'],
    [text.print.csv, 'csv', 'A4'],
  ];
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button leftSection={<Printer size={14} aria-hidden="true" />}>{text.print.button}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {ways.map(([label, ending, paper]) => (
          <Menu.Item key={label} onClick={() => void save(ending, paper)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
