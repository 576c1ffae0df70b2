import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { ConsentOfPerson } from '#shared/contract/consent.ts';
import { whyUnknown } from '#shared/text/consent.ts';
import { consentText } from '#shared/text/window/consent.ts';
import { engine } from '#renderer/client/connection.ts';
import { ColumnHeads } from '#renderer/design/column-heads.tsx';
import { Section } from '#renderer/design/section.tsx';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import styles from './consent.module.css';

const text = consentText.person;

/** Everything the ledger has of one person. What was typed is kept nowhere. */
function Found({ found: { events, standings } }: { found: ConsentOfPerson }) {
  if (events.length === 0) return <p role="status">{text.none}</p>;
  return (
    <>
      <ul className={styles.unread} role="status">
        {standings.map(({ purpose, title, standing: { standing, until } }) => (
          <li key={purpose}>{text.standing(title, consentText.standings[standing], until)}</li>
        ))}
      </ul>
      <table className={styles.table} aria-label={text.events}>
        <ColumnHeads names={text.columns} />
        <tbody>
          {events.map(({ seq, state, at, until, purpose, source, doubt }) => (
            <tr key={seq}>
              <th scope="row">
                {state}
                {doubt !== null && <span className={styles.soft}>, {whyUnknown(doubt)}</span>}
              </th>
              <td>{at ?? text.undated}</td>
              <td>{until ?? ''}</td>
              <td>{standings.find((each) => each.purpose === purpose)?.title ?? purpose}</td>
              <td>
                <bdi>{source}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Looks one person up by whatever names them. */
export function PersonFinder() {
  const [value, setValue] = useState('');
  const [found, setFound] = useState<ConsentOfPerson | null>(null);
  const find = (event: FormEvent): void => {
    event.preventDefault();
    if (value.trim() === '') return;
    void guarded(async () => setFound(await engine.consent.person({ value })));
  };
  return (
    <Section title={text.title}>
      <form className={styles.find} onSubmit={find}>
        <TextInput
          label={text.label}
          value={value}
          maxLength={512}
          onChange={({ currentTarget }) => {
            setValue(currentTarget.value);
            setFound(null);
          }}
        />
        <Button type="submit">{text.find}</Button>
      </form>
      {found !== null && <Found found={found} />}
    </Section>
  );
}
