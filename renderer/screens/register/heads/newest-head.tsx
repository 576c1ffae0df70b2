import { Button, Menu } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { Copy, Printer, Save } from 'lucide-react';
import type { Paper } from '#shared/contract/control.ts';
import type { ShownHead } from '#shared/contract/register.ts';
import { count, moment } from '#shared/text/numbers.ts';
import { headsTabText } from '#shared/text/window/heads.ts';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { useWorkspace } from '#renderer/client/queries.ts';
import { Facts } from '#renderer/design/facts.tsx';
import { Section } from '#renderer/design/section.tsx';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import styles from './heads.module.css';

const text = headsTabText.newest;

type Ending = 'head' | 'pdf' | 'html';
const pages: [string, Ending, Paper][] = [
  [text.a4, 'pdf', 'A4'],
  [text.letter, 'pdf', 'Letter'],
  [text.html, 'html', 'A4'],
];

/** Code, entries, time; saved, printed or copied to be kept outside the workspace. */
export function NewestHead({ head }: { head: ShownHead }) {
  const clipboard = useClipboard({ timeout: 3000 });
  const name = useWorkspace().data?.name ?? '';
  const save = (ending: Ending, paper: Paper): Promise<void> =>
    guarded(async () => {
      const suggestedName = text.file(name, head.size, ending);
      const grant = await window.custos.requestSave({ kind: 'head', suggestedName });
      if (!grant) return;
      const saved = await engine.register.saveHead({ grantId: grant.grantId, paper });
      notifyDone(text.saved(saved.fileName, saved.size));
    });
  return (
    <Section title={text.title}>
      <p className={styles.said}>{text.said}</p>
      <Facts
        items={[
          { label: text.code, value: <span className={styles.code}>{head.code}</span> },
          { label: text.entries, value: count(head.size) },
          { label: text.signed, value: moment(head.at) },
          { label: text.root, value: <span className={styles.mono}>{head.root}</span> },
        ]}
      />
      <div className={styles.buttons}>
        <Button
          variant="filled"
          leftSection={<Save size={14} aria-hidden="true" />}
          onClick={() => void save('head', 'A4')}
        >
          {text.save}
        </Button>
        <Menu position="bottom-start">
          <Menu.Target>
            <Button leftSection={<Printer size={14} aria-hidden="true" />}>{text.print}</Button>
          </Menu.Target>
          <Menu.Dropdown>
            {pages.map(([label, ending, paper]) => (
              <Menu.Item key={label} onClick={() => void save(ending, paper)}>
                {label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <Button leftSection={<Copy size={14} aria-hidden="true" />} onClick={() => clipboard.copy(head.note)}>
          {clipboard.copied ? text.copied : text.copy}
        </Button>
      </div>
    </Section>
  );
}
