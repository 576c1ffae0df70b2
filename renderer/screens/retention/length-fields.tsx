import { NumberInput, Select } from '@mantine/core';
import { retentionWindowText } from '#shared/text/window/retention.ts';
import styles from './retention.module.css';

const text = retentionWindowText.decide;

const units = ['D', 'M', 'Y'] as const;

/** A length while it is written. */
export interface LengthWish {
  number: number | string;
  unit: (typeof units)[number];
}

/** The number and the unit of a length that has one unit; of another nothing is proposed. */
export function lengthOf(duration: string | null): LengthWish {
  const [, number, unit] = /^P(\d+)([DMY])$/.exec(duration ?? '') ?? [];
  return {
    number: number === undefined ? '' : Number(number),
    unit: (unit as LengthWish['unit'] | undefined) ?? 'M',
  };
}

/** ISO 8601; null while it is none. */
export const durationOf = ({ number, unit }: LengthWish): string | null =>
  typeof number === 'number' && Number.isInteger(number) && number > 0 ? `P${number}${unit}` : null;

interface Props {
  length: LengthWish;
  /** Where releases go by the same length, it is in days. */
  inDays?: boolean;
  onChange(length: LengthWish): void;
}

/** How long something is kept: a number and its unit. */
export function LengthFields({ length: { number, unit }, inDays = false, onChange }: Props) {
  return (
    <div className={styles.pair}>
      <NumberInput
        label={text.keep}
        required
        min={1}
        max={9999}
        allowDecimal={false}
        value={number}
        onChange={(value) => onChange({ number: value, unit })}
      />
      <Select
        label={text.unit}
        allowDeselect={false}
        disabled={inDays}
        data={units.map((value) => ({ value, label: text.units[value] }))}
        value={unit}
        onChange={(value) => onChange({ number, unit: value ?? unit })}
      />
    </div>
  );
}
