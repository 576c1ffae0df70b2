import { MultiSelect, Select, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { RetentionRuleView } from '#shared/contract/retention.ts';
import { ownRuleId, retentionStarts, type RetentionStart } from '#shared/domain/retention.ts';
import { actionsOf } from '#shared/retention/presets.ts';
import { semanticTypes } from '#shared/semantic-types/index.ts';
import { typeWords } from '#shared/text/window/classes.ts';
import { retentionWindowText } from '#shared/text/window/retention.ts';
import { engine } from '#renderer/client/connection.ts';
import { useDatasets } from '#renderer/client/queries.ts';
import { ConfirmDialog } from '#renderer/design/confirm-dialog.tsx';
import { ReasonField } from '#renderer/design/reason-field.tsx';
import { durationOf, LengthFields, lengthOf, type LengthWish } from './length-fields.tsx';
import { decided } from './use-retention.ts';
import styles from './retention.module.css';

const { own: text, decide } = retentionWindowText;

const kinds = semanticTypes
  .map(({ id }) => ({ value: id as string, label: typeWords(id) }))
  .toSorted((a, b) => a.label.localeCompare(b.label));

/** What a rule says while it is written. */
interface Wish extends Pick<RetentionRuleView, 'title' | 'about' | 'action' | 'legalReason'> {
  types: string[];
  start: RetentionStart;
  columns: string[];
  length: LengthWish;
  reason: string;
}

/** Of a new one nothing is proposed. */
const wishOf = (rule: RetentionRuleView | null): Wish => ({
  title: rule?.title ?? '',
  about: rule?.about ?? 'cells',
  types: rule?.own?.types ?? [],
  start: rule?.own?.start ?? 'first-seen',
  columns: rule?.own?.columns ?? [],
  length: lengthOf(rule?.duration ?? null),
  action: rule?.action ?? 'empty',
  legalReason: rule === null ? '' : rule.legalReason,
  reason: '',
});

const isWhole = ({ title, about, types, start, columns, length, legalReason, reason }: Wish): boolean =>
  [title, legalReason, reason].every((said) => said.trim() !== '') &&
  durationOf(length) !== null &&
  (about === 'rows' || types.length > 0) &&
  (start !== 'columns' || columns.length > 0);

interface FieldProps {
  wish: Wish;
  set(part: Partial<Wish>): void;
}

/** Which data it is about. */
function AboutFields({ wish, set }: FieldProps) {
  return (
    <>
      <TextInput
        label={text.name}
        required
        maxLength={100}
        value={wish.title}
        onChange={({ currentTarget }) => set({ title: currentTarget.value })}
        data-autofocus
      />
      <Select
        label={text.about}
        allowDeselect={false}
        data={(['cells', 'rows'] as const).map((value) => ({ value, label: text.abouts[value] }))}
        value={wish.about}
        onChange={(value) => {
          const about = value ?? wish.about;
          const action = actionsOf(about).includes(wish.action) ? wish.action : actionsOf(about)[0]!;
          set({ about, action });
        }}
      />
      <MultiSelect
        label={text.kinds}
        searchable
        required={wish.about === 'cells'}
        data={kinds}
        limit={100}
        maxDropdownHeight={220}
        value={wish.types}
        onChange={(types) => set({ types })}
      />
    </>
  );
}

/** From when it counts. */
function StartFields({ wish, set }: FieldProps) {
  const { data: datasets } = useDatasets();
  const names = useMemo(
    () => [
      ...new Set([...wish.columns, ...(datasets ?? []).flatMap(({ columns }) => columns.map(({ name }) => name))]),
    ],
    [datasets, wish.columns],
  );
  return (
    <>
      <Select
        label={text.start}
        allowDeselect={false}
        data={retentionStarts.map((value) => ({ value, label: text.starts[value] }))}
        value={wish.start}
        onChange={(start) => set({ start: start ?? wish.start, columns: [] })}
      />
      {wish.start === 'columns' && (
        <MultiSelect
          label={text.columns}
          searchable
          required
          data={names}
          limit={100}
          maxDropdownHeight={220}
          value={wish.columns}
          onChange={(columns) => set({ columns })}
        />
      )}
    </>
  );
}

/** Asks what a rule of one's own is about, from when it counts, how long, and what is done then. */
export function OwnRuleDialog({ rule, onClose }: { rule: RetentionRuleView | null; onClose(): void }) {
  const [wish, setWish] = useState(() => wishOf(rule));
  const set = (part: Partial<Wish>): void => setWish((before) => ({ ...before, ...part }));
  const id = ownRuleId.safeParse(rule?.id);
  const { length, ...said } = wish;
  return (
    <ConfirmDialog
      opened
      title={rule === null ? text.title : text.changeTitle(rule.title)}
      confirm={text.save}
      disabled={!isWhole(wish)}
      onClose={onClose}
      onConfirm={async () => {
        const asked = { ...said, duration: durationOf(length)!, grace: rule?.grace ?? null };
        await engine.retention.define(id.success ? { ...asked, rule: id.data } : asked);
        void decided();
      }}
    >
      <div className={styles.fields}>
        <AboutFields wish={wish} set={set} />
        <StartFields wish={wish} set={set} />
        <LengthFields length={length} onChange={(changed) => set({ length: changed })} />
        <Select
          label={decide.action}
          allowDeselect={false}
          data={actionsOf(wish.about).map((value) => ({ value, label: decide.actions[value] }))}
          value={wish.action}
          onChange={(action) => set({ action: action ?? wish.action })}
        />
        <TextInput
          label={text.law}
          required
          maxLength={500}
          value={wish.legalReason}
          onChange={({ currentTarget }) => set({ legalReason: currentTarget.value })}
        />
        <ReasonField label={text.reason} value={wish.reason} onChange={(reason) => set({ reason })} />
      </div>
    </ConfirmDialog>
  );
}

/** Asks why a rule of one's own goes. */
export function RemoveRuleDialog({ rule, onClose }: { rule: RetentionRuleView; onClose(): void }) {
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog
      opened
      danger
      title={text.removeTitle(rule.title)}
      confirm={text.removeConfirm}
      disabled={reason.trim() === ''}
      onClose={onClose}
      onConfirm={async () => {
        await engine.retention.withdraw({ rule: ownRuleId.parse(rule.id), reason });
        void decided();
      }}
    >
      <p>{text.removeSentence}</p>
      <ReasonField label={text.reason} value={reason} onChange={setReason} autoFocus />
    </ConfirmDialog>
  );
}
