import { Button, Checkbox, Modal, NumberInput, Stack, Textarea, TextInput } from '@mantine/core';
import { schemaResolver, useForm, type UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import type { Purpose } from '#shared/domain/purpose.ts';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { keys, refresh } from '#renderer/client/query-client.ts';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { recipeText } from '#shared/text/window/recipe.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import { PurposeBases } from './purpose-bases.tsx';
import { PurposeData } from './purpose-data.tsx';
import { freeId, purposeValues, startValues, toPurpose, type PurposeValues } from './purpose-values.ts';
import styles from './recipe.module.css';

const text = recipeText.form;
type Form = UseFormReturnType<PurposeValues>;

/** What a purpose is called. */
function NameFields({ form }: { form: Form }) {
  return (
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
  );
}

/** How long what is made for a purpose may be kept, and why. */
function RetentionFields({ form }: { form: Form }) {
  return (
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
  );
}

/** Saves a purpose and enters it in the register; the failure is shown in the dialog as well. */
function useSavePurpose(edited: Purpose | null, purposes: readonly Purpose[], onSaved: (id: string) => void) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const idFor = (title: string): string =>
    edited?.id ??
    freeId(
      title,
      purposes.map(({ id }) => id),
    );
  const save = (values: PurposeValues): Promise<void> =>
    guarded(async () => {
      setBusy(true);
      setError(null);
      try {
        const made = toPurpose(purposeValues.parse(values), idFor(values.title));
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
    });
  return { save, busy, error };
}

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
  const { save, busy, error } = useSavePurpose(edited, purposes, onSaved);
  return (
    <Modal opened onClose={onClose} title={edited ? text.editTitle(edited.title) : text.title} size={720}>
      <form noValidate onSubmit={form.onSubmit((values) => void save(values))}>
        <Stack gap="sm">
          <p className={styles.inspectorWords}>{text.intro}</p>
          <NameFields form={form} />
          <Textarea label={text.description} autosize minRows={2} maxRows={6} {...form.getInputProps('description')} />
          <PurposeBases form={form} />
          <PurposeData form={form} edited={edited} />
          <Textarea label={text.benefit} autosize minRows={2} maxRows={6} {...form.getInputProps('customerBenefit')} />
          <RetentionFields form={form} />
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
