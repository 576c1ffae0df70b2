import { Textarea } from '@mantine/core';

interface Props {
  label: string;
  value: string;
  onChange(reason: string): void;
  autoFocus?: boolean;
  /** False where it may be left out. */
  required?: boolean;
}

/** Why somebody does what cannot be undone: asked for, and kept in the register. */
export function ReasonField({ label, value, onChange, autoFocus = false, required = true }: Props) {
  return (
    <Textarea
      label={label}
      required={required}
      autosize
      minRows={2}
      maxLength={2000}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...(autoFocus ? { 'data-autofocus': true } : {})}
    />
  );
}
