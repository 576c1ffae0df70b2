import { Button } from '@mantine/core';
import type { ConsentRelease } from '#shared/contract/consent.ts';
import { count } from '#shared/text/numbers.ts';
import { consentText } from '#shared/text/window/consent.ts';
import { Section } from '#renderer/design/section.tsx';
import { goToEntry } from '#renderer/state/register-place.ts';
import styles from './consent.module.css';

const text = consentText.tell;

/** Releases that were written before somebody took consent back, and who has them. */
export function ToTell({ releases }: { releases: readonly ConsentRelease[] }) {
  if (releases.length === 0) return null;
  return (
    <Section title={text.title}>
      <p className={styles.soft}>{text.sentence}</p>
      <table className={styles.table} aria-label={text.label}>
        <thead>
          <tr>
            <th scope="col">{text.file}</th>
            <th scope="col">{text.recipient}</th>
            <th scope="col">{text.written}</th>
            <th scope="col" className={styles.number}>
              {text.withdrawn}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {releases.map(({ releaseId, fileName, recipient, writtenAt, withdrawn, entry }) => (
            <tr key={releaseId}>
              <th scope="row">
                <bdi>{fileName}</bdi>
              </th>
              <td>{recipient ?? <span className={styles.soft}>{text.nobody}</span>}</td>
              <td>{text.at(writtenAt)}</td>
              <td className={styles.number}>{count(withdrawn)}</td>
              <td>
                <Button size="compact-sm" onClick={() => goToEntry(entry)}>
                  {text.entry(entry)}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
