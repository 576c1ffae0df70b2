import type { BreachSummary } from '#shared/contract/breaches.ts';
import { inZone } from '#shared/cases/breach/clock.ts';
import { breachWords } from '#shared/text/cases/breach.ts';
import { breachesWindowText as text } from '#shared/text/window/breaches.ts';
import { ColumnHeads } from '#renderer/design/column-heads.tsx';
import { clockTone } from './clock-line.tsx';
import styles from './breaches.module.css';

/** Every breach on a line, the nearest hour first. */
export function BreachList({
  breaches,
  chosen,
  onChoose,
}: {
  breaches: readonly BreachSummary[];
  chosen: string | null;
  onChoose(id: string): void;
}) {
  return (
    <table className={styles.table} aria-label={text.list}>
      <ColumnHeads names={text.columns} />
      <tbody>
        {breaches.map(({ id, ref, title, clock, zone, state, people }) => (
          <tr key={id} className={styles.row} data-chosen={id === chosen}>
            <th scope="row">
              <button
                type="button"
                className={styles.ref}
                aria-current={id === chosen ? 'true' : undefined}
                onClick={() => onChoose(id)}
              >
                {ref}
              </button>
            </th>
            <td>
              <bdi>{title}</bdi>
            </td>
            <td>{inZone(clock.awareAt, zone)}</td>
            <td className={styles.left} data-tone={clockTone(clock)}>
              {breachWords.clock(clock.state, clock.hoursLeft)}
            </td>
            <td>{breachWords.states[state]}</td>
            <td>{people === null ? text.notCounted : breachWords.people(people)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
