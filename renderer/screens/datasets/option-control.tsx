import { NumberInput, Select } from '@mantine/core';
import type { IntakeOptions, SourceFormat } from '#shared/domain/intake.ts';
import { channels } from '#shared/channels/index.ts';
import { intakeText as text } from '#shared/text/window/intake.ts';

export type Option = keyof IntakeOptions;

const byFormat: Record<SourceFormat, Option[]> = {
  csv: ['format', 'encoding', 'delimiter', 'quote', 'header', 'skipLines', 'layout', 'table', 'headerRows', 'totals'],
  json: ['format', 'encoding', 'layout', 'table'],
  jsonl: ['format', 'encoding', 'layout', 'table'],
  parquet: ['format', 'layout', 'table'],
  xlsx: ['format', 'table', 'header', 'skipLines', 'layout', 'headerRows', 'totals'],
  sqlite: ['format', 'table'],
  log: ['format', 'encoding', 'layout'],
};
/** What can be chosen for a format. */
export const optionsOf = (format: SourceFormat): Option[] => byFormat[format];

const choices = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));
/** Select treats an empty value as none: "no quote" travels under a name. */
const none = 'none';

interface Props {
  option: Option;
  value: IntakeOptions[Option];
  tables: string[];
  onChange(value: IntakeOptions[Option]): void;
}

/** The control for one property of reading a file. */
export function OptionControl({ option, value, tables, onChange }: Props) {
  const label = text.option[option]!;
  const common = { 'aria-label': label, allowDeselect: false } as const;
  switch (option) {
    case 'format':
      return (
        <Select
          {...common}
          data={choices(text.formats)}
          value={value as string}
          onChange={(next) => onChange(next as SourceFormat)}
        />
      );
    case 'encoding':
      return (
        <Select
          {...common}
          data={choices(text.encodings)}
          value={(value as string | undefined) ?? null}
          onChange={(next) => onChange(next as IntakeOptions['encoding'])}
        />
      );
    case 'delimiter': {
      const sign = (value as string | undefined) ?? null;
      const known = choices(text.delimiters);
      return (
        <Select
          {...common}
          data={
            sign === null || sign in text.delimiters
              ? known
              : [...known, { value: sign, label: text.otherDelimiter(sign) }]
          }
          value={sign}
          onChange={(next) => onChange(next ?? undefined)}
        />
      );
    }
    case 'quote':
    case 'escape': {
      const signs = choices(text.quotes).map(({ value: sign, label: words }) => ({
        value: sign === '' ? none : sign,
        label: words,
      }));
      return (
        <Select
          {...common}
          data={signs}
          value={value === undefined ? null : value === '' ? none : (value as string)}
          onChange={(next) => onChange(next === none ? '' : (next ?? undefined))}
        />
      );
    }
    case 'header':
      return (
        <Select
          {...common}
          data={choices(text.header)}
          value={value === undefined ? null : value ? 'yes' : 'no'}
          onChange={(next) => onChange(next === 'yes')}
        />
      );
    case 'skipLines':
      return (
        <NumberInput
          aria-label={label}
          min={0}
          allowDecimal={false}
          value={(value as number | undefined) ?? 0}
          onChange={(next) => onChange(Number(next) || 0)}
        />
      );
    case 'layout':
      return (
        <Select
          {...common}
          searchable
          data={[
            { value: none, label: text.noLayout },
            ...channels.map(({ id, label: words }) => ({ value: id, label: words })),
          ]}
          value={(value as string | undefined) ?? none}
          onChange={(next) => onChange(next ?? undefined)}
        />
      );
    case 'headerRows':
      return (
        <NumberInput
          aria-label={label}
          min={1}
          max={3}
          allowDecimal={false}
          value={(value as number | undefined) ?? 1}
          onChange={(next) => onChange(Number(next) || 1)}
        />
      );
    case 'totals':
      return (
        <Select
          {...common}
          data={choices(text.totals)}
          value={(value as string | undefined) ?? 'leave-out'}
          onChange={(next) => onChange(next as IntakeOptions['totals'])}
        />
      );
    case 'table':
      return (
        <Select
          {...common}
          searchable
          data={tables}
          value={(value as string | undefined) ?? null}
          onChange={(next) => onChange(next ?? undefined)}
        />
      );
  }
}
