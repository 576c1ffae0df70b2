import { chartsText } from '#shared/text/window/charts.ts';
import { percent } from '#shared/text/numbers.ts';
import styles from './charts.module.css';

const text = chartsText.loss;
/** Shares this close to a whole are whole: the engine computes them from logarithms. */
const hair = 1e-6;
/** Beyond this many a list is no picture any more. */
const most = 200;
const shown = (name: string): string => name.slice(0, 100);

function Names({ summary, names }: { summary: string; names: string[] }) {
  if (names.length === 0) return null;
  return (
    <details className={styles.names}>
      <summary>{summary}</summary>
      <p>
        {names.slice(0, most).map(shown).join(', ')}
        {names.length > most && ` ${text.more(names.length - most)}`}
      </p>
    </details>
  );
}

/** How much detail each source column loses: bars for those in between, the rest by name. */
export function LossBars({ losses }: { losses: readonly { column: string; loss: number }[] }) {
  const gone = losses.filter(({ loss }) => loss >= 1 - hair);
  const whole = losses.filter(({ loss }) => loss <= hair);
  const between = losses.filter(({ loss }) => loss > hair && loss < 1 - hair).toSorted((a, b) => b.loss - a.loss);
  return (
    <>
      {between.length > 0 && (
        <table className={styles.bars}>
          <caption className="sr-only">{text.some}</caption>
          <thead className="sr-only">
            <tr>
              <th scope="col">{text.column}</th>
              <th scope="col">{text.lost}</th>
            </tr>
          </thead>
          <tbody>
            {between.slice(0, most).map(({ column, loss }) => (
              <tr key={column}>
                <th scope="row" title={column.slice(0, 500)}>
                  {shown(column)}
                </th>
                <td>
                  <span className={styles.bar}>
                    <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                      <rect width="100" height="8" className={styles.ground} />
                      <rect width={loss * 100} height="8" className={styles.mark} />
                    </svg>
                    <span className={styles.share}>{percent(loss)}</span>
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {between.length > most && <p className={styles.none}>{text.more(between.length - most)}</p>}
      {between.length === 0 && gone.length === 0 && <p className={styles.none}>{text.empty}</p>}
      <Names summary={text.all(gone.length)} names={gone.map(({ column }) => column)} />
      {(between.length > 0 || gone.length > 0) && (
        <Names summary={text.none(whole.length)} names={whole.map(({ column }) => column)} />
      )}
    </>
  );
}
