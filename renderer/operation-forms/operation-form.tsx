import { Stack } from '@mantine/core';
import type { ComponentType } from 'react';
import type { FormField, Operation } from '#shared/recipe/operation.ts';
import { ChoiceControl } from './choice-control.tsx';
import { ColumnsControl } from './columns-control.tsx';
import type { ControlProps } from './control-props.ts';
import { EdgesControl } from './edges-control.tsx';
import { MappingControl } from './mapping-control.tsx';
import { MeasuresControl } from './measures-control.tsx';
import { NumberControl } from './number-control.tsx';
import { SwitchControl } from './switch-control.tsx';
import { TextControl } from './text-control.tsx';
import { ValuesControl } from './values-control.tsx';

const controls: Record<FormField['control'], ComponentType<ControlProps>> = {
  columns: ColumnsControl,
  choice: ChoiceControl,
  number: NumberControl,
  text: TextControl,
  switch: SwitchControl,
  edges: EdgesControl,
  mapping: MappingControl,
  values: ValuesControl,
  measures: MeasuresControl,
};

interface Props {
  operation: Operation;
  settings: Record<string, unknown>;
  columns: readonly string[];
  /** The sentence about one setting, null where there is none. */
  problemOf(setting: string): string | null;
  disabled: boolean;
  /** Columns of the step whose values are masked. */
  hidden: readonly string[];
  onReveal(): void;
  onChange(settings: Record<string, unknown>): void;
}

/** An operation's form, made from its `form` data: a new operation needs no line here. */
export function OperationForm({
  operation,
  settings,
  columns,
  problemOf,
  disabled,
  hidden,
  onReveal,
  onChange,
}: Props) {
  return (
    <Stack gap="sm">
      {operation.form.map((field) => {
        const Control = controls[field.control];
        return (
          <Control
            key={field.setting}
            field={field}
            value={settings[field.setting]}
            columns={columns}
            problem={problemOf(field.setting)}
            disabled={disabled}
            hidden={hidden}
            onReveal={onReveal}
            onChange={(value) => onChange({ ...settings, [field.setting]: value })}
          />
        );
      })}
    </Stack>
  );
}
