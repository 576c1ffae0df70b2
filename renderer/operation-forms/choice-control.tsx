import { Select } from '@mantine/core';
import type { ControlProps } from './control-props.ts';

/** One of a few; a stored value that is none of them stays visible. */
export function ChoiceControl({ field, value, problem, disabled, onChange }: ControlProps) {
  const stored = typeof value === 'string' ? value : null;
  const options = field.options ?? [];
  const data =
    stored === null || options.some((option) => option.value === stored)
      ? options
      : [...options, { value: stored, label: stored.slice(0, 100) }];
  return (
    <Select
      label={field.label}
      description={field.help}
      allowDeselect={false}
      data={data}
      value={stored}
      disabled={disabled}
      error={problem}
      onChange={onChange}
    />
  );
}
