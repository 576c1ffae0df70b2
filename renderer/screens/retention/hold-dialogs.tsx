import { Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { RetentionHoldView, RetentionRuleView } from '#shared/contract/retention.ts';
import type { RetentionRuleId } from '#shared/domain/retention.ts';
import { retentionWindowText } from '#shared/text/window/retention.ts';
import { engine } from '#renderer/client/connection.ts';
import { useDatasets } from '#renderer/client/queries.ts';
import { ConfirmDialog } from '#renderer/design/confirm-dialog.tsx';
import { ReasonField } from '#renderer/design/reason-field.tsx';
import { decided } from './use-retention.ts';
import styles from './retention.module.css';

const text = retentionWindowText.holds.dialog;

/** Asks what is to be held, by which law, until when, and why. */
export function HoldDialog({ rules, onClose }: { rules: readonly RetentionRuleView[]; onClose(): void }) {
  const { data: datasets = [] } = useDatasets();
  const [wish, setWish] = useState({ dataset: '', rule: '', people: '', citation: '', until: '', reason: '' });
  const set = (part: Partial<typeof wish>): void => setWish((before) => ({ ...before, ...part }));
  const people = wish.people.split('\n').flatMap((line) => line.trim() || []);
  const isWhole = [wish.citation, wish.until, wish.reason].every((value) => value.trim() !== '');
  return (
    <ConfirmDialog
      opened
      title={text.title}
      confirm={text.save}
      disabled={!isWhole}
      onClose={onClose}
      onConfirm={async () => {
        await engine.retention.hold({
          datasetId: wish.dataset === '' ? null : wish.dataset,
          rule: wish.rule === '' ? null : (wish.rule as RetentionRuleId),
          citation: wish.citation,
          until: wish.until,
          ...(people.length === 0 ? {} : { people }),
          reason: wish.reason,
        });
        void decided();
      }}
    >
      <div className={styles.fields}>
        <div className={styles.pair}>
          <Select
            label={text.dataset}
            allowDeselect={false}
            data={[{ value: '', label: text.every }, ...datasets.map(({ id, name }) => ({ value: id, label: name }))]}
            value={wish.dataset}
            onChange={(dataset) => set({ dataset: dataset ?? '' })}
          />
          <Select
            label={text.rule}
            allowDeselect={false}
            data={[
              { value: '', label: text.everything },
              ...rules.map(({ id, title }) => ({ value: id, label: title })),
            ]}
            value={wish.rule}
            onChange={(rule) => set({ rule: rule ?? '' })}
          />
        </div>
        <Textarea
          label={text.people}
          description={text.peopleHelp}
          autosize
          minRows={1}
          maxRows={6}
          value={wish.people}
          onChange={({ currentTarget }) => set({ people: currentTarget.value })}
        />
        <TextInput
          label={text.citation}
          required
          maxLength={500}
          value={wish.citation}
          onChange={({ currentTarget }) => set({ citation: currentTarget.value })}
          data-autofocus
        />
        <TextInput
          type="date"
          label={text.until}
          required
          value={wish.until}
          onChange={({ currentTarget }) => set({ until: currentTarget.value })}
        />
        <ReasonField label={text.reason} value={wish.reason} onChange={(reason) => set({ reason })} />
      </div>
    </ConfirmDialog>
  );
}

export function LiftDialog({ hold, onClose }: { hold: RetentionHoldView; onClose(): void }) {
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog
      opened
      title={text.liftTitle(hold.citation)}
      confirm={text.lift}
      disabled={reason.trim() === ''}
      onClose={onClose}
      onConfirm={async () => {
        await engine.retention.lift({ holdId: hold.id, reason });
        void decided();
      }}
    >
      <p>{text.liftSentence}</p>
      <ReasonField label={text.reason} value={reason} onChange={setReason} autoFocus />
    </ConfirmDialog>
  );
}
