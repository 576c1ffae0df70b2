import {
  ActionIcon,
  Button,
  Checkbox,
  Modal,
  MultiSelect,
  NumberInput,
  Select,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { Plus, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Purpose } from '#shared/domain/purpose.ts';
import { semanticTypes } from '#shared/semantic-types/index.ts';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { keys, refresh } from '#renderer/client/query-client.ts';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Section } from '#renderer/design/section.tsx';
import { typeWords } from '#shared/text/window/classes.ts';
import { recipeText } from '#shared/text/window/recipe.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import { freeId, lawfulBases, purposeValues, startValues, toPurpose } from './purpose-values.ts';
import styles from './recipe.module.css';

const text = recipeText.form;
const bases = lawfulBases.map((value) => ({ value, label: recipeText.purpose.bases[value] }));

/** An organisation's own purpose, or its own version of a preset: stated once, entered in the register. */
export function PurposeDialog({
  edited,
  purposes,
  onSaved,
  onClose,
}: {
  edited: Purpose | null;
  purposes: readonly Purpose[];
  onSaved(id: string): void;
  onClose(): void;
}) {
  const form = useForm({ initialValues: startValues(edited), validate: schemaResolver(purposeValues, { sync: true }) });
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const types = useMemo(() => {
    const known = new Set<string>(semanticTypes.map(({ id }) => id));
    const stored = edited?.dataNeeded.flatMap((one) => one.types) ?? [];
    return [...new Set([...known, ...stored])]
      .map((value) => ({ value, label: typeWords(value) }))
      .sort((a, b) => a.label.localeCompare(b.label));
  }, [edited]);
  const { dataNeeded, bases: chosen } = form.getValues();
  const save = form.onSubmit(
    (values) =>
      void guarded(async () => {
        setBusy(true);
        setError(null);
        try {
          const made = toPurpose(
            purposeValues.parse(values),
            edited?.id ??
              freeId(
                values.title,
                purposes.map(({ id }) => id),
              ),
          );
          await engine.purposes.save(made);
          await refresh(keys.purposes, keys.register, keys.verification);
          notifyDone(text.saved(made.title));
          onSaved(made.id);
        } catch (failure) {
          setError(failure);
          throw failure;
        } finally {
          setBusy(false);
        }
      }),
  );
  return (
    <Modal opened onClose={onClose} title={edited ? text.editTitle(edited.title) : text.title} size={720}>
      <form noValidate onSubmit={save}>
        <Stack gap="sm">
          <p className={styles.inspectorWords}>{text.intro}</p>
          <div className={styles.formRow}>
            <TextInput
              data-autofocus
              className={styles.short}
              label={text.code}
              description={text.codeHelp}
              required
              maxLength={20}
              {...form.getInputProps('code')}
            />
            <TextInput
              className={styles.long}
              label={text.name}
              description={text.nameHelp}
              required
              maxLength={200}
              {...form.getInputProps('title')}
            />
          </div>
          <Textarea label={text.description} autosize minRows={2} maxRows={6} {...form.getInputProps('description')} />
          <Section
            title={text.basis}
            aside={
              <Button
                leftSection={<Plus size={13} aria-hidden="true" />}
                onClick={() =>
                  form.insertListItem('bases', {
                    basis: bases.find(({ value }) => !chosen.some(({ basis }) => basis === value))?.value ?? 'consent',
                    why: '',
                  })
                }
              >
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
            {typeof form.errors['bases'] === 'string' && (
              <p className={styles.inspectorProblem}>{form.errors['bases']}</p>
            )}
          </Section>
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
            {dataNeeded.map((_, at) => (
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
          <Textarea label={text.benefit} autosize minRows={2} maxRows={6} {...form.getInputProps('customerBenefit')} />
          <div className={styles.formRow}>
            <NumberInput
              className={styles.half}
              label={text.retention}
              description={text.retentionHelp}
              min={1}
              allowDecimal={false}
              {...form.getInputProps('retentionDays')}
            />
            <TextInput
              className={styles.long}
              label={text.retentionWhy}
              description={text.retentionWhyHelp}
              {...form.getInputProps('retentionWhy')}
            />
          </div>
          <Checkbox label={text.targeting} {...form.getInputProps('targeting', { type: 'checkbox' })} />
          {error !== null && <FailureNotice error={error} />}
          <div className={styles.dialogButtons}>
            <Button onClick={onClose}>{recipeText.cancel}</Button>
            <Button type="submit" variant="filled" loading={busy}>
              {text.save}
            </Button>
          </div>
        </Stack>
      </form>
    </Modal>
  );
}
