import { TagsInput } from '@mantine/core';
import type { ControlProps } from './control-props.ts';

/** Several texts, each written and taken away by itself. */
export function ValuesControl({ field, value, problem, disabled, onChange }: ControlProps) {
  const values = Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
  return (
    <TagsInput
      label={field.label}
      description={field.help}
      value={values}
      disabled={disabled}
      error={problem}
      splitChars={[]}
      onChange={onChange}
    />
  );
}
