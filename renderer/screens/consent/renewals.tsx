import type { ConsentStatus } from '#shared/contract/consent.ts';
import { count } from '#shared/text/numbers.ts';
import { consentText } from '#shared/text/window/consent.ts';
import { Section } from '#renderer/design/section.tsx';
import styles from './consent.module.css';

const text = consentText.renewals;
/** Months that are drawn: a year, and the one under way. */
const most = 13;

/** Valid consents by the month in which they end. */
export function Renewals({ status: { due } }: { status: ConsentStatus }) {
  const months = due.slice(0, most);
  const highest = Math.max(1, ...months.map(({ people }) => people));
  return (
    <Section title={text.title}>
      {months.length === 0 ? (
        <p className={styles.soft}>{text.none}</p>
      ) : (
        <table className={styles.table} aria-label={text.label}>
          <thead>
            <tr>
              <th scope="col">{text.month}</th>
              <th scope="col" className={styles.number}>
                {text.people}
              </th>
              <td className={styles.month} />
            </tr>
          </thead>
          <tbody>
            {months.map(({ month, people }) => (
              <tr key={month}>
                <th scope="row">{text.name(month)}</th>
                <td className={styles.number}>{count(people)}</td>
                <td>
                  <svg className={styles.monthBar} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                    <rect width={(people / highest) * 100} height="10" />
                  </svg>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
