import { NumberInput, Select } from '@mantine/core';
import type { IntakeOptions } from '#shared/domain/intake.ts';
import { intakeText as text } from '#shared/text/window/intake.ts';
import { choiceOf, isNumber, numberOptions, type Option } from './intake-choices.ts';

interface Props {
  option: Option;
  value: IntakeOptions[Option];
  tables: string[];
  onChange(value: IntakeOptions[Option]): void;
}

/** The control for one property of reading a file. */
export function OptionControl({ option, value, tables, onChange }: Props) {
  const label = text.option[option]!;
  if (isNumber(option)) {
    const { min, max, usual } = numberOptions[option];
    return (
      <NumberInput
        aria-label={label}
        min={min}
        max={max}
        allowDecimal={false}
        value={(value as number | undefined) ?? usual}
        onChange={(next) => onChange(Number(next) || usual)}
      />
    );
  }
  const { entries, chosen, searchable = false, read } = choiceOf(option, value, tables);
  return (
    <Select
      aria-label={label}
      allowDeselect={false}
      searchable={searchable}
      data={entries}
      value={chosen}
      onChange={(next) => onChange(read(next))}
    />
  );
}
