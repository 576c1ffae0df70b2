import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Cosigners } from '#shared/contract/register.ts';
import { headsTabText } from '#shared/text/window/heads.ts';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { keys, refresh } from '#renderer/client/query-client.ts';
import { ColumnHeads } from '#renderer/design/column-heads.tsx';
import { Section } from '#renderer/design/section.tsx';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import styles from './heads.module.css';

const text = headsTabText.keys;

function Rows({ found }: { found: Cosigners['keys'] }) {
  return (
    <table className={styles.rows} aria-label={text.table}>
      <ColumnHeads names={text.columns} />
      <tbody>
        {found.map(({ name, key, entry }) => (
          <tr key={entry}>
            <th scope="row">{name}</th>
            <td className={styles.mono}>{key}</td>
            <td>{headsTabText.second.entry(entry)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** An operator's key, or one that was handed over, and why it is taken. */
function RegisterKey({ operators }: { operators: Cosigners['operators'] }) {
  const [who, setWho] = useState('');
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const key = operators.find(({ name }) => name === who)?.key ?? typed.trim();
  const register = (): Promise<void> =>
    guarded(async () => {
      const { name } = await engine.register.addCosigner({ key, reason: reason.trim() });
      setWho('');
      setTyped('');
      setReason('');
      await refresh(keys.heads, keys.register, keys.verification);
      notifyDone(text.done(name));
    });
  return (
    <div className={styles.form}>
      <Select
        className={styles.who ?? ''}
        label={text.who}
        data={[...operators.map(({ name }) => ({ value: name, label: name })), { value: '', label: text.other }]}
        value={who}
        onChange={(next) => setWho(next ?? '')}
        allowDeselect={false}
      />
      {who === '' && (
        <TextInput
          className={styles.wide ?? ''}
          label={text.key}
          placeholder={text.keyHelp}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      <TextInput
        className={styles.wide ?? ''}
        label={text.reason}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button disabled={key === '' || reason.trim() === ''} onClick={() => void register()}>
        {text.register}
      </Button>
    </div>
  );
}

/** Whose countersignatures this register takes. */
export function CosignerKeys({ found }: { found: Cosigners }) {
  return (
    <Section title={text.title}>
      <p className={styles.said}>{text.said}</p>
      {found.keys.length === 0 ? <p>{text.none}</p> : <Rows found={found.keys} />}
      <RegisterKey operators={found.operators} />
    </Section>
  );
}
