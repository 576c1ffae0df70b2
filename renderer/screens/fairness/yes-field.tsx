import { Select, TagsInput, TextInput } from '@mantine/core';
import type { AuditChoiceColumn } from '#shared/contract/fairness.ts';
import { fairnessScreenText as text } from '#shared/text/window/fairness.ts';
import styles from './fairness.module.css';
import { signs, type Sign, type YesWish } from './wish.ts';

const isSign = (value: string | null): value is Sign => (signs as readonly (string | null)[]).includes(value);

/** Which values of a column count as yes, or from which number on. Nothing is guessed where two values do not say it. */
export function YesField({
  words,
  column,
  yes,
  onChange,
}: {
  words: { way: string; values: string; than: string };
  column: AuditChoiceColumn;
  yes: YesWish;
  onChange(yes: YesWish): void;
}) {
  const values = (
    <TagsInput
      classNames={{ input: styles.pills! }}
      label={words.values}
      description={column.hidden ? text.form.hidden : text.form.valuesOf(column.values.length, column.distinct)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      required
      data={column.values}
      value={yes.values}
      clearable={false}
      onChange={(chosen) => onChange({ ...yes, values: chosen })}
    />
  );
  if (!column.isNumber) return values;
  return (
    <div className={styles.pair}>
      <Select
        label={words.way}
        allowDeselect={false}
        data={signs.map((sign) => ({ value: sign, label: text.form.signs[sign] }))}
        value={yes.sign}
        onChange={(sign) => isSign(sign) && onChange({ ...yes, sign })}
      />
      {yes.sign === 'values' ? (
        values
      ) : (
        <TextInput
          label={words.than}
          required
          inputMode="decimal"
          value={yes.than}
          onChange={({ currentTarget }) => onChange({ ...yes, than: currentTarget.value })}
        />
      )}
    </div>
  );
}
