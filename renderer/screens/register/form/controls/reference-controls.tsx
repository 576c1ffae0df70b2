import { Button, MultiSelect, Select } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { recordsText } from '#shared/text/window/records.ts';
import { kindWords } from '../field-words.ts';
import styles from '../form.module.css';
import { useFormContext } from '../record-form-context.ts';
import { isRecordKind } from '../value-words.ts';
import type { ControlProps, ManyControlProps } from './control-props.ts';
import { NewRecord } from './new-record.tsx';

const text = recordsText;

/** Records that a field may refer to, those named by now first kept visible though they are gone. */
function useRecordOptions(to: string | undefined, chosen: readonly string[]) {
  const { recordsOf } = useFormContext();
  const known = isRecordKind(to) ? recordsOf(to) : [];
  return [
    ...known
      .filter(({ id, state }) => state !== 'retired' || chosen.includes(id))
      .map(({ id, ref, title }) => ({ value: id, label: `${ref} ${title || text.list.unnamed}` })),
    ...chosen
      .filter((id) => !known.some((record) => record.id === id))
      .map((id) => ({ value: id, label: text.form.notThere(id) })),
  ];
}

/** The press that begins a record of the kind in its place, and the form it opens. */
function InPlace({ to, onMade }: { to: string | undefined; onMade(id: string): void }) {
  const [open, setOpen] = useState(false);
  const { create } = useFormContext();
  if (!isRecordKind(to)) return null;
  if (!open)
    return (
      <Button leftSection={<Plus size={14} aria-hidden="true" />} onClick={() => setOpen(true)}>
        {text.create.inPlace(kindWords(to).one)}
      </Button>
    );
  return (
    <NewRecord
      kind={to}
      onClose={() => setOpen(false)}
      onCreate={async (name) => {
        onMade(await create(to, name));
        setOpen(false);
      }}
    />
  );
}

/** One record. */
export function ReferenceControl({ asked, value, names, onChange }: ControlProps) {
  const chosen = typeof value === 'string' ? value : null;
  const options = useRecordOptions(asked.to, chosen === null ? [] : [chosen]);
  return (
    <div className={styles.withNew}>
      <Select
        {...names}
        className={styles.grow}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': text.form.clear }}
        placeholder={text.form.choose}
        data={options}
        value={chosen}
        onChange={(now) => onChange(now ?? undefined)}
      />
      <InPlace to={asked.to} onMade={onChange} />
    </div>
  );
}

/** Several records. */
export function ReferencesControl({ asked, values, names, onChange }: ManyControlProps) {
  const options = useRecordOptions(asked.to, values);
  return (
    <div className={styles.withNew}>
      <MultiSelect
        {...names}
        classNames={{ input: styles.pills! }}
        className={styles.grow}
        searchable
        hidePickedOptions
        placeholder={values.length === 0 ? text.form.choose : ''}
        data={options}
        value={[...values]}
        onChange={onChange}
      />
      <InPlace to={asked.to} onMade={(id) => onChange([...values, id])} />
    </div>
  );
}
