import { ActionIcon, Button, MultiSelect, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { Plus, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import type { Purpose } from '#shared/domain/purpose.ts';
import { semanticTypes } from '#shared/semantic-types/index.ts';
import { Section } from '#renderer/design/section.tsx';
import { typeWords } from '#shared/text/window/classes.ts';
import { recipeText } from '#shared/text/window/recipe.ts';
import type { PurposeValues } from './purpose-values.ts';
import styles from './recipe.module.css';

const text = recipeText.form;

/** The types to choose from, by their words; those that the stored purpose names stay, known or not. */
function typesToChoose(edited: Purpose | null): { value: string; label: string }[] {
  const known = new Set<string>(semanticTypes.map(({ id }) => id));
  const stored = edited?.dataNeeded.flatMap((one) => one.types) ?? [];
  return [...new Set([...known, ...stored])]
    .map((value) => ({ value, label: typeWords(value) }))
    .sort((a, b) => a.label.localeCompare(b.label));
}

/** Which data a purpose needs, in what detail, and why. */
export function PurposeData({ form, edited }: { form: UseFormReturnType<PurposeValues>; edited: Purpose | null }) {
  const types = useMemo(() => typesToChoose(edited), [edited]);
  return (
    <Section
      title={text.dataNeeded}
      aside={
        <Button
          leftSection={<Plus size={13} aria-hidden="true" />}
          onClick={() => form.insertListItem('dataNeeded', { types: [], detail: '', why: '' })}
        >
          {text.addData}
        </Button>
      }
    >
      <p className={styles.inspectorSoft}>{text.dataNeededHelp}</p>
      {form.getValues().dataNeeded.map((_, at) => (
        <div key={at} className={styles.formBlock}>
          <MultiSelect
            classNames={{ input: styles.pills! }}
            label={text.dataTypes}
            searchable
            required
            data={types}
            limit={100}
            maxDropdownHeight={220}
            {...form.getInputProps(`dataNeeded.${at}.types`)}
          />
          <div className={styles.formRow}>
            <TextInput
              className={styles.half}
              label={text.dataDetail}
              required
              {...form.getInputProps(`dataNeeded.${at}.detail`)}
            />
            <TextInput
              className={styles.long}
              label={text.dataWhy}
              required
              {...form.getInputProps(`dataNeeded.${at}.why`)}
            />
            <ActionIcon
              className={styles.rowButton}
              aria-label={text.removeData(at)}
              onClick={() => form.removeListItem('dataNeeded', at)}
            >
              <Trash2 size={14} aria-hidden="true" />
            </ActionIcon>
          </div>
        </div>
      ))}
    </Section>
  );
}
