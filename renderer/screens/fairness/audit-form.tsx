import { Button, MultiSelect, Select } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { AuditChoiceColumn } from '#shared/contract/fairness.ts';
import { fairnessScreenText } from '#shared/text/window/fairness.ts';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { goTo } from '#renderer/state/ui-state.ts';
import styles from './fairness.module.css';
import { useAudit } from './use-audit.ts';
import { firstWish, missing, mostColumns, proposedYes, servingGroups, type Wish } from './wish.ts';
import { YesField } from './yes-field.tsx';

const text = fairnessScreenText.form;

interface Fields {
  wish: Wish;
  set(part: Partial<Wish>): void;
  columns: readonly AuditChoiceColumn[];
}

/** What really came, and the score that the outcome rests on: with them, mistakes are measured, too. */
function LabelFields({ wish, set, columns }: Fields) {
  const [open, setOpen] = useState(false);
  const names = columns.map(({ name }) => name);
  const label = columns.find(({ name }) => name === wish.label);
  return (
    <>
      <div className={styles.buttons}>
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {text.further}
        </Button>
        {!open && <span className={styles.soft}>{text.furtherHelp}</span>}
      </div>
      {open && (
        <>
          <Select
            label={text.label}
            description={text.labelHelp}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': text.noLabel }}
            limit={200}
            data={names}
            value={wish.label}
            onChange={(name) => {
              const positive = proposedYes(columns.find((column) => column.name === name));
              set({ label: name, positive, ...(name === null ? { score: null } : {}) });
            }}
          />
          {label && (
            <YesField
              words={text.positive}
              column={label}
              yes={wish.positive}
              onChange={(positive) => set({ positive })}
            />
          )}
          <Select
            label={text.score}
            description={text.scoreHelp}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': text.noScore }}
            limit={200}
            data={columns.filter(({ isNumber }) => isNumber).map(({ name }) => name)}
            value={wish.score}
            onChange={(score) => set({ score })}
          />
        </>
      )}
    </>
  );
}

function GroupFields({ wish, set, columns }: Fields) {
  const serving = servingGroups(columns).map(({ name }) => name);
  const others = columns.map(({ name }) => name).filter((name) => !serving.includes(name));
  return (
    <>
      <MultiSelect
        classNames={{ input: styles.pills! }}
        label={text.groups}
        description={text.groupsHelp(serving)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        required
        searchable
        limit={200}
        maxValues={mostColumns}
        data={[
          { group: text.serving, items: serving },
          { group: text.others, items: others },
        ].filter(({ items }) => items.length > 0)}
        value={wish.groups}
        onChange={(groups) => set({ groups })}
      />
      {serving.length === 0 && (
        <Notice action={<Button onClick={() => goTo('classify')}>{text.classify}</Button>}>{text.noneServes}</Notice>
      )}
    </>
  );
}

/** Says what is audited by which groups, and audits it. */
export function AuditForm({
  dataset,
  columns,
  wanted,
  readOnly,
  onDone,
}: {
  dataset: { id: string; name: string };
  columns: readonly AuditChoiceColumn[];
  /** The column that somebody came for. */
  wanted: string | null;
  readOnly: boolean;
  onDone(): void;
}) {
  const [wish, setWish] = useState<Wish>(() => firstWish(columns, wanted));
  const { audit, busy, failure } = useAudit(dataset, columns, onDone);
  const set = (part: Partial<Wish>): void => setWish((now) => ({ ...now, ...part }));
  const outcome = columns.find(({ name }) => name === wish.outcome);
  const open = readOnly ? text.readOnly : missing(wish, columns);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (open === null && !busy) void audit(wish);
  };
  return (
    <form className={styles.form} aria-label={text.title} onSubmit={submit}>
      {failure !== null && <FailureNotice error={failure} />}
      <Select
        label={text.outcome}
        description={text.outcomeHelp}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        required
        searchable
        allowDeselect={false}
        limit={200}
        data={columns.map(({ name }) => name)}
        value={wish.outcome}
        onChange={(name) => set({ outcome: name, chosen: proposedYes(columns.find((one) => one.name === name)) })}
      />
      {outcome && (
        <YesField words={text.chosen} column={outcome} yes={wish.chosen} onChange={(chosen) => set({ chosen })} />
      )}
      <GroupFields wish={wish} set={set} columns={columns} />
      <LabelFields wish={wish} set={set} columns={columns} />
      <div className={styles.buttons}>
        <Button type="submit" variant="filled" loading={busy} disabled={open !== null} aria-describedby="audit-open">
          {text.audit}
        </Button>
        <span id="audit-open" className={styles.soft}>
          {open}
        </span>
      </div>
    </form>
  );
}
