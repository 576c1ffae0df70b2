import { NumberInput } from '@mantine/core';
import type { ControlProps } from './control-props.ts';

/** A number; an empty field is stored as "none", which the operation allows or not. */
export function NumberControl({ field, value, problem, disabled, onChange }: ControlProps) {
  return (
    <NumberInput
      label={field.label}
      description={field.help}
      {...(field.minimum === undefined ? {} : { min: field.minimum })}
      {...(field.maximum === undefined ? {} : { max: field.maximum })}
      clampBehavior="none"
      value={typeof value === 'number' ? value : ''}
      disabled={disabled}
      error={problem}
      onChange={(next) => onChange(typeof next === 'number' ? next : next === '' ? null : Number(next))}
    />
  );
}
