import type { RequestView } from '#shared/contract/requests.ts';
import type { RequestDuty } from '#shared/deadlines/request-clock.ts';
import { daysBetween } from '#shared/deadlines/days.ts';
import { dutyRule, dutyWords, timeLeft } from '#shared/text/requests.ts';
import { requestsWindowText as text } from '#shared/text/window/requests.ts';
import { Pill, type Tone } from '#renderer/design/pill.tsx';
import { toneOf } from './request-list.tsx';
import styles from './requests.module.css';

const tones: Record<ReturnType<typeof toneOf>, Tone> = { over: 'block', soon: 'warn', later: 'quiet' };

function Duty({ duty, view }: { duty: RequestDuty; view: RequestView }) {
  const { kind, due, later, doneOn } = duty;
  const left = daysBetween(view.today, due);
  return (
    <li className={styles.duty}>
      <span>{text.due(dutyWords(kind, view.request.type), due)}</span>
      {doneOn === null ? (
        <Pill tone={tones[toneOf(left)]}>{timeLeft(left)}</Pill>
      ) : (
        <Pill tone="pass">{text.states.done}</Pill>
      )}
      {doneOn === null && later !== null && <span className={styles.soft}>{text.later(later)}</span>}
      <details className={styles.why}>
        <summary>{text.why}</summary>
        {dutyRule(duty)}
      </details>
    </li>
  );
}

/** By when something has to have happened, how long that is, and where the day comes from. No clock after the answer. */
export function ClockLines({ view }: { view: RequestView }) {
  const { clock, request, keepUntil } = view;
  if (request.answer !== null)
    return (
      <p className={styles.soft}>
        {text.noClock} {keepUntil !== null && text.keptUntil(keepUntil)}
      </p>
    );
  if (clock.next === null && clock.duties.length === 0) return <p className={styles.soft}>{text.nothingDue}</p>;
  return (
    <ul className={styles.duties}>
      {clock.duties.map((duty) => (
        <Duty key={duty.kind} duty={duty} view={view} />
      ))}
    </ul>
  );
}
