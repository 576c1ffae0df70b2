import { MultiSelect, Radio, Select, TagsInput } from '@mantine/core';
import { useId, useState } from 'react';
import { alpha2 } from '#shared/domain/country-codes.ts';
import { countryName, recordsText } from '#shared/text/window/records.ts';
import { optionWords } from '../field-words.ts';
import { useFormContext } from '../record-form-context.ts';
import styles from '../form.module.css';
import type { Asked, ControlProps, ManyControlProps } from './control-props.ts';

const text = recordsText.form;

interface Option {
  value: string;
  label: string;
}

const countries: Option[] = alpha2
  .map((value) => ({ value, label: countryName(value) }))
  .toSorted((a, b) => a.label.localeCompare(b.label, 'en'));

/** What may be chosen for a field: its options, countries, or things of the workspace. */
export function useOptions(asked: Asked): Option[] {
  const { namesOf } = useFormContext();
  if (asked.ids !== undefined) return [...namesOf(asked.ids)].map(([value, label]) => ({ value, label }));
  if (asked.shape === 'country') return countries;
  return (asked.options ?? []).map((value) => ({ value, label: optionWords(asked.words, value) }));
}

/** A chosen value that is none of the options stays visible. */
const withChosen = (options: Option[], chosen: readonly string[]): Option[] => [
  ...options,
  ...chosen
    .filter((value) => !options.some((option) => option.value === value))
    .map((value) => ({ value, label: text.notThere(value) })),
];

/** One of several. */
export function ChoiceControl({ asked, value, names, onChange }: ControlProps) {
  const options = useOptions(asked);
  const chosen = typeof value === 'string' ? value : null;
  return (
    <Select
      {...names}
      searchable={options.length > 8}
      clearable
      clearButtonProps={{ 'aria-label': text.clear }}
      placeholder={text.choose}
      data={withChosen(options, chosen === null ? [] : [chosen])}
      value={chosen}
      onChange={(now) => onChange(now ?? undefined)}
    />
  );
}

/** Yes or no. */
export function YesNoControl({ value, names, onChange }: ControlProps) {
  const group = useId();
  return (
    <div role="radiogroup" className={styles.radios} {...names}>
      {(['yes', 'no'] as const).map((answer) => (
        <Radio
          key={answer}
          name={group}
          label={text[answer]}
          checked={value === answer}
          onChange={() => onChange(answer)}
        />
      ))}
    </div>
  );
}

/** Several of several. */
export function ChoicesControl({ asked, values, names, onChange }: ManyControlProps) {
  const options = useOptions(asked);
  return (
    <MultiSelect
      {...names}
      classNames={{ input: styles.pills! }}
      searchable
      hidePickedOptions
      placeholder={values.length === 0 ? text.choose : ''}
      maxDropdownHeight={260}
      data={withChosen(options, values)}
      value={[...values]}
      onChange={onChange}
    />
  );
}

/** Lines of text; Enter adds one, and so does leaving the field. */
export function LinesControl({ values, names, onChange }: ManyControlProps) {
  const [typed, setTyped] = useState('');
  return (
    <TagsInput
      {...names}
      classNames={{ input: styles.pills! }}
      splitChars={[]}
      acceptValueOnBlur
      placeholder={values.length === 0 ? text.textsHint : ''}
      maxLength={500}
      searchValue={typed}
      onSearchChange={setTyped}
      value={[...values]}
      onChange={(now) => onChange(now.map((line) => line.trim()).filter((line) => line !== ''))}
    />
  );
}
