import { Button, Select, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import { joinRows, type JoinRows } from '#shared/domain/joined-view.ts';
import { joinedViewText as figures } from '#shared/text/joined-view.ts';
import { joinText as text } from '#shared/text/window/join.ts';
import styles from './join.module.css';

/** What somebody chose; a key that is null is the proposed one. */
export interface JoinWish {
  leftId: string;
  rightId: string;
  leftKey: string | null;
  rightKey: string | null;
  rows: JoinRows;
  callingCode: string;
}

interface Props {
  wish: JoinWish;
  set(part: Partial<JoinWish>): void;
  datasets: readonly DatasetSummary[];
  /** The pair of keys that is proposed, and why; null where none is. */
  proposed: { left: string; right: string; why: string } | null;
  isProposing: boolean;
  /** The keys name people by telephone numbers. */
  asksCallingCode: boolean;
  busy: boolean;
  /** There is a preview of just this wish. */
  isPreviewed: boolean;
  onPreview(): void;
}

const columnsOf = (datasets: readonly DatasetSummary[], id: string): string[] => [
  ...new Set(datasets.find((dataset) => dataset.id === id)?.columns.map(({ name }) => name)),
];

/** Two datasets, a key of each, and whose rows. */
export function JoinForm(props: Props) {
  const { wish, set, datasets, proposed, busy } = props;
  const [leftKey, rightKey] = [wish.leftKey ?? proposed?.left ?? null, wish.rightKey ?? proposed?.right ?? null];
  const isReady = leftKey !== null && rightKey !== null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    props.onPreview();
  };
  const dataset = (label: string, side: 'left' | 'right') => (
    <Select
      label={label}
      required
      allowDeselect={false}
      disabled={busy}
      data={datasets
        .filter(({ id }) => id !== (side === 'left' ? wish.rightId : wish.leftId))
        .map(({ id, name }) => ({ value: id, label: name }))}
      value={side === 'left' ? wish.leftId : wish.rightId}
      onChange={(id) => id !== null && set({ [`${side}Id`]: id, leftKey: null, rightKey: null })}
    />
  );
  const key = (label: string, side: 'left' | 'right', value: string | null) => (
    <Select
      label={label}
      description={text.keyHelp}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      required
      searchable
      limit={200}
      disabled={busy}
      data={columnsOf(datasets, side === 'left' ? wish.leftId : wish.rightId)}
      value={value}
      onChange={(column) => set({ [`${side}Key`]: column })}
    />
  );
  return (
    <form className={styles.form} aria-label={text.form} onSubmit={submit}>
      <div className={styles.pair}>
        {dataset(text.left, 'left')}
        {dataset(text.right, 'right')}
        {key(text.leftKey, 'left', leftKey)}
        {key(text.rightKey, 'right', rightKey)}
      </div>
      {!props.isProposing && wish.leftKey === null && wish.rightKey === null && (
        <p className={styles.told}>{proposed === null ? text.noKeys : text.proposed(proposed.why)}</p>
      )}
      <div className={styles.pair}>
        <Select
          label={text.rows}
          allowDeselect={false}
          disabled={busy}
          data={joinRows.options.map((value) => ({ value, label: figures.rows[value] }))}
          value={wish.rows}
          onChange={(rows) => rows !== null && set({ rows })}
        />
        {props.asksCallingCode && (
          <TextInput
            label={text.callingCode}
            description={text.callingCodeHelp}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            disabled={busy}
            value={wish.callingCode}
            onChange={({ currentTarget }) => set({ callingCode: currentTarget.value.replace(/\D/g, '').slice(0, 4) })}
          />
        )}
      </div>
      <div className={styles.buttons}>
        <Button
          type="submit"
          variant={props.isPreviewed ? 'default' : 'filled'}
          loading={busy && !props.isPreviewed}
          disabled={!isReady || busy}
        >
          {text.preview}
        </Button>
      </div>
    </form>
  );
}
