import type { BreachSummary } from '#shared/contract/breaches.ts';
import { inZone } from '#shared/cases/breach/clock.ts';
import { breachWords } from '#shared/text/cases/breach.ts';
import { breachesWindowText as text } from '#shared/text/window/breaches.ts';
import { ColumnHeads } from '#renderer/design/column-heads.tsx';
import { clockTone } from './clock-line.tsx';
import { byYear } from './by-year.ts';
import styles from './breaches.module.css';

interface Chosen {
  chosen: string | null;
  onChoose(id: string): void;
}

function Row({
  breach: { id, ref, title, clock, zone, state, people },
  chosen,
  onChoose,
}: { breach: BreachSummary } & Chosen) {
  return (
    <tr className={styles.row} data-chosen={id === chosen}>
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
  );
}

/** Every breach on a line: clocks that run first, the nearest hour before the others; then year by year. */
export function BreachList({ breaches, ...choice }: { breaches: readonly BreachSummary[] } & Chosen) {
  const groups = byYear(breaches);
  return (
    <table className={styles.table} aria-label={text.list}>
      <ColumnHeads names={text.columns} />
      {groups.map(({ year, own }) => (
        <tbody key={year ?? 'running'}>
          {groups.length > 1 && (
            <tr>
              <th scope="rowgroup" colSpan={text.columns.length} className={styles.year}>
                {year === null ? text.running(own.length) : text.ofYear(year, own.length)}
              </th>
            </tr>
          )}
          {own.map((breach) => (
            <Row key={breach.id} breach={breach} {...choice} />
          ))}
        </tbody>
      ))}
    </table>
  );
}
