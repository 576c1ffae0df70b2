import type { ConsentStatus } from '#shared/contract/consent.ts';
import { consentStandings } from '#shared/domain/consent.ts';
import { unknownBecause } from '#shared/text/consent.ts';
import { count } from '#shared/text/numbers.ts';
import { consentText as text } from '#shared/text/window/consent.ts';
import styles from './consent.module.css';

/** Where the people of a purpose stand: a bar of them all, and each standing in words with what it means. */
export function PurposeBar({ status }: { status: ConsentStatus }) {
  const { code, title, people, unknown } = status;
  const all = consentStandings.reduce((sum, standing) => sum + people[standing], 0);
  const there = consentStandings.filter((standing) => people[standing] > 0);
  const label = text.bar(title);
  return (
    <section className={styles.purpose} aria-label={label}>
      <div className={styles.line}>
        <h2>
          {code} {title}
        </h2>
        <span className={styles.usable}>{text.usable(people.valid, all)}</span>
      </div>
      <div className={styles.segments} aria-hidden="true">
        {there.map((standing) => (
          <div
            key={standing}
            className={styles.segment}
            data-standing={standing}
            style={{ flexGrow: people[standing] }}
          />
        ))}
      </div>
      <ul className={styles.standings}>
        {there.map((standing) => (
          <li key={standing}>
            <span className={styles.swatch} data-standing={standing} aria-hidden="true" />
            <span className={styles.number}>{count(people[standing])}</span>
            <span>{text.standings[standing]}</span>
            <span className={styles.soft}>
              {text.does[standing]}
              {standing === 'unknown' && ` (${unknownBecause(unknown)})`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
