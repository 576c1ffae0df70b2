import { Button } from '@mantine/core';
import type { RetentionRan } from '#shared/contract/retention.ts';
import { retentionWindowText } from '#shared/text/window/retention.ts';
import { Notice } from '#renderer/design/notice.tsx';
import { goToEntry } from '#renderer/state/register-place.ts';
import styles from './retention.module.css';

const text = retentionWindowText.ran;

/** What a run came to, with its proof, and where copies may lie that it did not reach. */
export function RanNotice({ ran: { datasets, anonymised, remains } }: { ran: RetentionRan }) {
  return (
    <>
      {anonymised !== null && (
        <Notice tone={anonymised.status === 'anonymised' ? 'pass' : 'warn'}>{text.anonymised(anonymised)}</Notice>
      )}
      {datasets.map((dataset) => {
        const { datasetId, sha256Before, sha256After, registerEntry } = dataset;
        return (
          <Notice
            key={datasetId}
            tone="pass"
            action={
              registerEntry !== null && (
                <Button onClick={() => goToEntry(registerEntry)}>{text.entry(registerEntry)}</Button>
              )
            }
          >
            {text.done(dataset)}{' '}
            {sha256Before !== null && sha256After !== null && text.hashes(sha256Before, sha256After)}
          </Notice>
        );
      })}
      {remains.length > 0 && (
        <>
          <p className={styles.soft}>{text.remains}</p>
          <ul className={styles.remains}>
            {remains.map(({ what, why }) => (
              <li key={what}>{text.remain(what, why)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
