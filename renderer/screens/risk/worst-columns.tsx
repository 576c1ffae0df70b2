import type { ComparedRisk } from '#shared/contract/risk.ts';
import { shortName } from '#shared/text/names.ts';
import { count, listed } from '#shared/text/numbers.ts';
import { riskText } from '#shared/text/window/risk.ts';
import { LimitBar } from '#renderer/charts/limit-bar.tsx';
import { Section } from '#renderer/design/section.tsx';
import styles from './risk.module.css';

const text = riskText.worst;
const shown = 8;

/** Which columns make people unique, and in which smallest combinations. */
export function WorstColumns({ result: { before, after } }: { result: ComparedRisk }) {
  const { worst, telling } = before;
  if (worst === null)
    return (
      <Section title={text.title}>
        <p className={styles.soft}>{text.tooLarge}</p>
      </Section>
    );
  const columns = worst.columns.filter(({ share }) => share > 0).slice(0, shown);
  return (
    <Section title={text.title}>
      <p className={styles.soft}>
        {worst.rows === 0 ? text.none : text.why(worst.upTo)}{' '}
        {after?.worst && after.rows > 0 ? text.after(after.worst.rows, after.worst.upTo) : ''}
      </p>
      {worst.rows > 0 && (
        <div className={styles.pair}>
          <table className={styles.bars} data-figures="">
            <thead>
              <tr>
                {text.columns.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {columns.map(({ name, share, alone, rows }) => (
                <tr key={name}>
                  <th scope="row" title={name}>
                    {name}
                  </th>
                  <td>
                    <span className={styles.gauge}>
                      <span className={styles.figure}>{riskText.compared.share(share)}</span>
                      <LimitBar share={share} />
                    </span>
                  </td>
                  <td className={styles.number}>{count(alone)}</td>
                  <td className={styles.number}>{count(rows)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <table className={styles.sets}>
            <caption className={styles.soft}>{text.sets}</caption>
            <thead>
              <tr>
                {text.setColumns.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {worst.sets.slice(0, shown).map(({ columns: set, rows }) => (
                <tr key={set.join('\u0000')}>
                  <td>{listed(set.map(shortName))}</td>
                  <td className={styles.number}>{count(rows)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {worst.dis && <p className={styles.soft}>{text.intrusion(worst.dis)}</p>}
      <p className={styles.soft}>{text.telling((telling?.together ?? []).map(({ name }) => name))}</p>
    </Section>
  );
}
