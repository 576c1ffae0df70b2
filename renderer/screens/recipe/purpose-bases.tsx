import { ActionIcon, Button, Select, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { Plus, Trash2 } from 'lucide-react';
import { Section } from '#renderer/design/section.tsx';
import { recipeText } from '#shared/text/window/recipe.ts';
import { lawfulBases, type PurposeValues } from './purpose-values.ts';
import styles from './recipe.module.css';

const text = recipeText.form;
const bases = lawfulBases.map((value) => ({ value, label: recipeText.purpose.bases[value] }));

/** On which lawful bases a purpose stands, each with its reason; there is always at least one. */
export function PurposeBases({ form }: { form: UseFormReturnType<PurposeValues> }) {
  const chosen = form.getValues().bases;
  const add = (): void =>
    form.insertListItem('bases', {
      basis: bases.find(({ value }) => !chosen.some(({ basis }) => basis === value))?.value ?? 'consent',
      why: '',
    });
  return (
    <Section
      title={text.basis}
      aside={
        <Button leftSection={<Plus size={13} aria-hidden="true" />} onClick={add}>
          {text.addBasis}
        </Button>
      }
    >
      {chosen.map((_, at) => (
        <div key={at} className={styles.formRow}>
          <Select
            className={styles.half}
            label={text.basis}
            data={bases}
            allowDeselect={false}
            {...form.getInputProps(`bases.${at}.basis`)}
          />
          <Textarea
            className={styles.long}
            label={text.basisWhy}
            required
            autosize
            minRows={1}
            maxRows={5}
            {...form.getInputProps(`bases.${at}.why`)}
          />
          <ActionIcon
            className={styles.rowButton}
            aria-label={text.removeBasis(at)}
            disabled={chosen.length === 1}
            onClick={() => form.removeListItem('bases', at)}
          >
            <Trash2 size={14} aria-hidden="true" />
          </ActionIcon>
        </div>
      ))}
      {typeof form.errors['bases'] === 'string' && <p className={styles.inspectorProblem}>{form.errors['bases']}</p>}
    </Section>
  );
}
