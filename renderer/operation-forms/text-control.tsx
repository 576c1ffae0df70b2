import { TextInput } from '@mantine/core';
import type { ControlProps } from './control-props.ts';

export function TextControl({ field, value, problem, disabled, onChange }: ControlProps) {
  return (
    <TextInput
      label={field.label}
      description={field.help}
      value={typeof value === 'string' ? value : ''}
      disabled={disabled}
      error={problem}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
