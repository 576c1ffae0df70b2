import { Button } from '@mantine/core';
import { FileCheck, Signature } from 'lucide-react';
import type { Cosigners } from '#shared/contract/register.ts';
import { listed } from '#shared/text/numbers.ts';
import { headsTabText } from '#shared/text/window/heads.ts';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { useWorkspace } from '#renderer/client/queries.ts';
import { keys, refresh } from '#renderer/client/query-client.ts';
import { ColumnHeads } from '#renderer/design/column-heads.tsx';
import { Section } from '#renderer/design/section.tsx';
import { goToEntry } from '#renderer/state/register-place.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import styles from './heads.module.css';

const text = headsTabText.second;
const changed = () => refresh(keys.heads, keys.register, keys.verification);

function Rows({ found }: { found: Cosigners['countersigned'] }) {
  return (
    <table className={styles.rows} aria-label={text.table}>
      <ColumnHeads names={text.columns} />
      <tbody>
        {found.map(({ name, size, at, entry }) => (
          <tr key={entry}>
            <th scope="row">{name}</th>
            <td>{text.covers(size)}</td>
            <td>{text.at(at)}</td>
            <td>
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={text.showEntry(entry)}
                onClick={() => goToEntry(entry)}
              >
                {text.entry(entry)}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Who countersigned which head and when; the newest is countersigned here, or a head comes back from elsewhere. */
export function Countersignatures({ found, size }: { found: Cosigners; size: number }) {
  const name = useWorkspace().data?.name ?? '';
  const countersign = (): Promise<void> =>
    guarded(async () => {
      const suggestedName = headsTabText.newest.file(name, size, 'countersigned.head');
      const grant = await window.custos.requestSave({ kind: 'head', suggestedName });
      if (!grant) return;
      const done = await engine.register.countersignHead({ grantId: grant.grantId });
      await changed();
      notifyDone(text.done(done.name, done.size, done.fileName));
    });
  const bringIn = (): Promise<void> =>
    guarded(async () => {
      const grant = await window.custos.requestOpen({ kind: 'head' });
      if (!grant) return;
      const taken = await engine.register.addCountersignatures({ grantId: grant.grantId });
      await changed();
      notifyDone(text.broughtIn(listed(taken.by.map((one) => one.name)), taken.size));
    });
  return (
    <Section title={text.title}>
      <p className={styles.said}>{text.said}</p>
      <div className={styles.buttons}>
        <Button leftSection={<Signature size={14} aria-hidden="true" />} onClick={() => void countersign()}>
          {text.countersign}
        </Button>
        <Button leftSection={<FileCheck size={14} aria-hidden="true" />} onClick={() => void bringIn()}>
          {text.bringIn}
        </Button>
      </div>
      {found.countersigned.length === 0 ? <p>{text.none}</p> : <Rows found={found.countersigned} />}
    </Section>
  );
}
