import { Button, MultiSelect, Radio, Select, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { engine } from '#renderer/client/connection.ts';
import { refreshDataUse } from '#renderer/client/data-use.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { usePurposes } from '#renderer/client/queries.ts';
import { useRecords } from '#renderer/client/records.ts';
import { Notice } from '#renderer/design/notice.tsx';
import { showRecord } from '#renderer/state/register-place.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import { lawfulBases, type LawfulBasis } from '#shared/domain/lawful-basis.ts';
import type { UsesOfDataset } from '#shared/register/uses-of-dataset.ts';
import { lawfulBasisWords } from '#shared/text/register/options.ts';
import { dataUseText } from '#shared/text/window/data-use.ts';
import styles from './data-use.module.css';
import type { Acts } from './use-acts.ts';

const text = dataUseText.declare;
type Came = 'collected' | 'further';

interface Wish {
  purpose: string | null;
  came: Came;
  whole: boolean;
  columns: string[];
  why: string;
  basis: LawfulBasis | null;
  justification: string;
}

/** Purposes that recipes know, and those that only the register has. */
function usePurposeChoices() {
  const { data: presets } = usePurposes();
  const { data: records } = useRecords();
  const titles = new Set((presets ?? []).map(({ title }) => title));
  const own = (records ?? []).filter(
    ({ kind, title, unreadable }) => kind === 'purpose' && !unreadable && title !== '' && !titles.has(title),
  );
  return [
    { group: text.ofProgram, items: (presets ?? []).map(({ id, title }) => ({ value: id, label: title })) },
    ...(own.length === 0
      ? []
      : [
          { group: text.ofRegister, items: own.map(({ id, ref, title }) => ({ value: id, label: `${ref} ${title}` })) },
        ]),
  ];
}

interface FieldsProps {
  wish: Wish;
  set(part: Partial<Wish>): void;
  dataset: DatasetSummary;
}

/** Which columns, for what, and on which basis. */
function BoundFields({ wish, set, dataset }: FieldsProps) {
  return (
    <>
      <Radio.Group
        label={text.columns}
        value={wish.whole ? 'whole' : 'some'}
        onChange={(value) => set({ whole: value === 'whole' })}
      >
        <div className={styles.choices}>
          <Radio value="whole" label={text.allColumns} />
          <Radio value="some" label={text.someColumns} />
        </div>
      </Radio.Group>
      {!wish.whole && (
        <>
          <MultiSelect
            label={text.which}
            required
            searchable
            hidePickedOptions
            limit={200}
            data={[...new Set(dataset.columns.map(({ name }) => name))]}
            value={wish.columns}
            onChange={(columns) => set({ columns })}
          />
          <Textarea
            label={text.why}
            autosize
            minRows={2}
            maxLength={500}
            value={wish.why}
            onChange={({ currentTarget }) => set({ why: currentTarget.value })}
          />
        </>
      )}
      <Select
        label={text.basis}
        placeholder={text.later}
        clearable
        clearButtonProps={{ 'aria-label': text.later }}
        data={lawfulBases.map((value) => ({ value, label: lawfulBasisWords[value] }))}
        value={wish.basis}
        onChange={(basis) => set({ basis })}
      />
      {wish.basis !== null && (
        <Textarea
          label={text.justification}
          autosize
          minRows={2}
          maxLength={20_000}
          value={wish.justification}
          onChange={({ currentTarget }) => set({ justification: currentTarget.value })}
        />
      )}
    </>
  );
}

/** Begins the test of a purpose that came later, and shows it from its top, where it says what closes it. */
const openTest = (datasetId: string, purpose: string): Promise<void> =>
  guarded(async () => {
    const { id, ref } = await engine.lawfulness.openTest({ datasetId, purpose });
    await refreshDataUse(datasetId);
    notifyDone(text.opened(ref));
    showRecord({ kind: 'compatibility', id });
  });

const declare = (
  acts: Acts,
  { dataset, title }: { dataset: DatasetSummary; title: string },
  { purpose, whole, columns, why, basis, justification }: Wish & { purpose: string },
): Promise<void> =>
  acts.bind(
    () =>
      engine.lawfulness.bindColumns({
        datasetId: dataset.id,
        purpose,
        needed: true,
        ...(whole ? {} : { columns, ...(why.trim() === '' ? {} : { why: why.trim() }) }),
        ...(basis === null ? {} : { basis }),
        ...(basis === null || justification.trim() === '' ? {} : { justification: justification.trim() }),
      }),
    ({ ref }) => text.done(dataset.name, title, ref),
  );

interface Props {
  dataset: DatasetSummary;
  uses: UsesOfDataset;
  /** The purpose that somebody came for. */
  wanted: string | null;
  acts: Acts;
  onClose(): void;
}

/**
 * Declares a dataset, or some of its columns, for a purpose. Where it is bound to another one already, a purpose that
 * came later is tested first (GDPR Art. 6(4)): the test opens as a record.
 */
export function DeclarePanel({ dataset, uses, wanted, acts, onClose }: Props) {
  const choices = usePurposeChoices();
  const [wish, setWish] = useState<Wish>({
    purpose: wanted,
    came: wanted !== null && uses.purposes.length > 0 ? 'further' : 'collected',
    whole: true,
    columns: [],
    why: '',
    basis: null,
    justification: '',
  });
  const set = (part: Partial<Wish>): void => setWish((now) => ({ ...now, ...part }));
  const { purpose, came, whole, columns } = wish;
  const title = choices.flatMap(({ items }) => items).find(({ value }) => value === purpose)?.label ?? '';
  const isBound = uses.purposes.length > 0;
  const further = isBound && came === 'further';
  const onConsent = uses.purposes.find((each) => each.basis === 'consent');
  const ready = purpose !== null && (further || whole || columns.length > 0);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!ready || acts.busy || purpose === null) return;
    await (further ? openTest(dataset.id, purpose) : declare(acts, { dataset, title }, { ...wish, purpose }));
    onClose();
  };
  return (
    <section className={styles.panel} aria-label={text.title(dataset.name)}>
      <h2 className={styles.panelTitle}>{text.title(dataset.name)}</h2>
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <Select
          label={text.purpose}
          required
          searchable
          autoFocus={wanted === null}
          data={choices}
          value={purpose}
          onChange={(value) => set({ purpose: value })}
        />
        {isBound && (
          <Radio.Group label={text.collected} value={came} onChange={(value) => set({ came: value })}>
            <div className={styles.choices}>
              <Radio value="collected" label={text.forIt} />
              <Radio value="further" label={text.further} />
            </div>
          </Radio.Group>
        )}
        {further ? (
          <>
            <p className={styles.words}>{text.furtherMeans}</p>
            {onConsent !== undefined && <Notice tone="warn">{text.onConsent(onConsent.title)}</Notice>}
          </>
        ) : (
          <BoundFields wish={wish} set={set} dataset={dataset} />
        )}
        <div className={styles.buttons}>
          <Button type="submit" variant="filled" disabled={!ready} loading={acts.busy}>
            {further ? text.open : text.confirm}
          </Button>
          <Button onClick={onClose}>{text.cancel}</Button>
        </div>
      </form>
    </section>
  );
}
