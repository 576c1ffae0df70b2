import type { BreachShown } from '#shared/contract/breaches.ts';
import { inZone, type BreachClock } from '#shared/cases/breach/clock.ts';
import { breachWords } from '#shared/text/cases/breach.ts';
import { breachesWindowText as text } from '#shared/text/window/breaches.ts';
import styles from './breaches.module.css';

/** From so few hours on it is pressing. */
const pressing = 24;

export function clockTone({ state, hoursLeft }: BreachClock): 'quiet' | 'warn' | 'block' {
  if (state === 'late' || state === 'told-late') return 'block';
  return state === 'running' && (hoursLeft ?? pressing) < pressing ? 'warn' : 'quiet';
}

/** The hours of one breach: in words, by the clock of whoever reported it and in UTC, and as a bar of what is gone. */
export function ClockLine({ breach: { body, clock } }: { breach: BreachShown }) {
  const { state, hoursLeft, awareAt, dueAt } = clock;
  const words = breachWords.clock(state, hoursLeft);
  const whole = Date.parse(dueAt) - Date.parse(awareAt);
  const gone = hoursLeft === null ? null : Math.min(1, Math.max(0, 1 - (hoursLeft * 3_600_000) / whole));
  return (
    <section className={styles.clock} aria-label={text.clockBar(words)}>
      <div className={styles.line}>
        <h2 className={styles.name}>
          {body.ref} <bdi>{body.facts.title}</bdi>
        </h2>
        <span>{text.aware(inZone(awareAt, body.zone))}</span>
        <span>{text.by(inZone(dueAt, body.zone), inZone(dueAt, 'UTC'))}</span>
        <span className={styles.left} data-tone={clockTone(clock)}>
          {words}
        </span>
      </div>
      {gone !== null && (
        <div className={styles.track} aria-hidden="true">
          <div className={styles.gone} data-tone={clockTone(clock)} style={{ width: `${gone * 100}%` }} />
        </div>
      )}
    </section>
  );
}
