import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { RetentionRuleView } from '#shared/contract/retention.ts';
import type { RetentionAction } from '#shared/domain/retention.ts';
import { retentionWindowText } from '#shared/text/window/retention.ts';
import { engine } from '#renderer/client/connection.ts';
import { ConfirmDialog } from '#renderer/design/confirm-dialog.tsx';
import { ReasonField } from '#renderer/design/reason-field.tsx';
import { durationOf, LengthFields, lengthOf } from './length-fields.tsx';
import { decided } from './use-retention.ts';
import styles from './retention.module.css';

const text = retentionWindowText.decide;

/** Lengths that others keep, each with whose word it is. */
function Offers({
  offers,
  onTake,
}: {
  offers: RetentionRuleView['offers'];
  onTake(duration: string, source: string): void;
}) {
  if (offers.length === 0) return null;
  return (
    <Select
      label={text.offers}
      clearable
      data={offers.map(({ duration, source, checkedOn }) => ({
        value: duration,
        label: text.offer(duration, source, checkedOn),
      }))}
      onChange={(duration) => {
        const offer = offers.find((one) => one.duration === duration);
        if (offer !== undefined) onTake(offer.duration, offer.source);
      }}
    />
  );
}

/** Asks how long a kind of data is kept, what is done then, by which law, and why. */
export function DecideDialog({ rule, onClose }: { rule: RetentionRuleView; onClose(): void }) {
  const inDays = rule.policyRow !== null;
  const [length, setLength] = useState(() => {
    const found = lengthOf(rule.duration);
    return inDays ? { ...found, unit: 'D' as const } : found;
  });
  const [action, setAction] = useState<RetentionAction>(rule.action);
  const [law, setLaw] = useState('');
  const [reason, setReason] = useState('');
  const duration = durationOf(length);
  return (
    <ConfirmDialog
      opened
      title={text.title(rule.title)}
      confirm={text.save}
      disabled={duration === null || reason.trim() === ''}
      onClose={onClose}
      onConfirm={async () => {
        await engine.retention.decide({
          rule: rule.id,
          duration,
          action,
          ...(law.trim() === '' ? {} : { legalReason: law }),
          reason,
        });
        void decided();
      }}
    >
      <div className={styles.fields}>
        <Offers
          offers={rule.offers}
          onTake={(taken, source) => {
            setLength(lengthOf(taken));
            setLaw(source);
          }}
        />
        <LengthFields length={length} inDays={inDays} onChange={setLength} />
        <Select
          label={text.action}
          allowDeselect={false}
          data={rule.actions.map((value) => ({ value, label: text.actions[value] }))}
          value={action}
          onChange={(value) => setAction(value ?? action)}
        />
        <TextInput
          label={text.law}
          placeholder={rule.legalReason}
          maxLength={500}
          value={law}
          onChange={({ currentTarget }) => setLaw(currentTarget.value)}
        />
        <ReasonField label={text.reason} value={reason} onChange={setReason} />
        {rule.policyRow !== null && <p className={styles.soft}>{text.policy(rule.policyRow)}</p>}
      </div>
    </ConfirmDialog>
  );
}
