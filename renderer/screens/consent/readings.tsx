import type { ConsentBatch } from '#shared/domain/consent.ts';
import { count } from '#shared/text/numbers.ts';
import { consentText } from '#shared/text/window/consent.ts';
import { ColumnHeads } from '#renderer/design/column-heads.tsx';
import { Section } from '#renderer/design/section.tsx';
import styles from './consent.module.css';

const text = consentText.readings;

/** What was read into the ledger. */
export function Readings({ readings }: { readings: readonly (ConsentBatch & { dataset: string })[] }) {
  return (
    <Section title={text.title}>
      <table className={styles.table} aria-label={text.label}>
        <ColumnHeads names={text.columns} />
        <tbody>
          {readings.map(({ id, recordedAt, recordedBy, file, dataset, keyColumn, events, people, unread }) => (
            <tr key={id}>
              <th scope="row">{text.at(recordedAt)}</th>
              <td>
                <bdi>{file?.name ?? dataset}</bdi>
              </td>
              <td>
                <bdi>{keyColumn}</bdi>
              </td>
              <td className={styles.number}>{count(events)}</td>
              <td className={styles.number}>{count(people)}</td>
              <td className={styles.number}>{count(unread)}</td>
              <td>{recordedBy}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
