import { Switch } from '@mantine/core';
import type { ControlProps } from './control-props.ts';

export function SwitchControl({ field, value, problem, disabled, onChange }: ControlProps) {
  return (
    <Switch
      label={field.label}
      description={field.help}
      checked={value === true}
      disabled={disabled}
      error={problem}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
