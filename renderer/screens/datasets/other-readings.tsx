import { Button } from '@mantine/core';
import type { IntakeOptions, OtherReading } from '#shared/domain/intake.ts';
import { Section } from '#renderer/design/section.tsx';
import { readingsText } from '#shared/text/readings.ts';
import { intakeText } from '#shared/text/window/intake.ts';
import styles from './datasets.module.css';

const text = intakeText.otherReadings;
type Changed = Partial<IntakeOptions>;

const same = (one: Changed, other: Changed): boolean =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([option, value]) => other[option as keyof Changed] === value);

/** Other ways to read the file, one click each: the first rows below are then read so. Nothing where there are none. */
export function OtherReadings({
  offered,
  changed,
  onChoose,
}: {
  offered: readonly OtherReading[];
  changed: Changed;
  onChoose(changed: Changed): void;
}) {
  if (offered.length === 0) return null;
  const ways = [
    { label: text.detected, changed: {} },
    ...offered.map((one) => ({ label: readingsText.named(one), changed: one.changed })),
  ];
  return (
    <Section title={text.title}>
      <div className={styles.readings} role="group" aria-label={text.label}>
        {ways.map((way) => (
          <Button
            key={way.label}
            size="compact-sm"
            variant={same(way.changed, changed) ? 'filled' : 'default'}
            aria-pressed={same(way.changed, changed)}
            onClick={() => onChoose(way.changed)}
          >
            {way.label}
          </Button>
        ))}
      </div>
      <p className={styles.note}>{text.note}</p>
    </Section>
  );
}
