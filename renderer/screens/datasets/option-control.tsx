import { NumberInput, Select } from '@mantine/core';
import type { IntakeOptions } from '#shared/domain/intake.ts';
import { intakeText as text } from '#shared/text/window/intake.ts';
import { choiceOf, isNumber, numberOptions, type Option } from './intake-choices.ts';

interface Props {
  option: Option;
  value: IntakeOptions[Option];
  /** Sheets or tables of the file; files of the archive. */
  named: string[];
  onChange(value: IntakeOptions[Option]): void;
}

/** The control for one property of reading a file. */
export function OptionControl({ option, value, named, onChange }: Props) {
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
  const { entries, chosen, searchable = false, read } = choiceOf(option, value, named);
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
