import { TextInput } from '@mantine/core';
import styles from './requests.module.css';

/** A day on which something happened: none that is still to come. */
export function DayField({
  label,
  value,
  latest,
  onChange,
}: {
  label: string;
  /** YYYY-MM-DD */
  value: string;
  latest: string;
  onChange(day: string): void;
}) {
  return (
    <TextInput
      className={styles.day}
      type="date"
      label={label}
      required
      max={latest}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
