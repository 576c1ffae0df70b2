import { NumberInput, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { PolicyItem } from '#shared/contract/policy.ts';
import { engine } from '#renderer/client/connection.ts';
import { keys, refresh } from '#renderer/client/query-client.ts';
import { ConfirmDialog } from '#renderer/design/confirm-dialog.tsx';
import { ReasonField } from '#renderer/design/reason-field.tsx';
import { policyText } from '#shared/text/policy.ts';
import { policyWindowText } from '#shared/text/window/policy.ts';
import styles from './settings.module.css';

const text = policyWindowText.dialog;

/** What somebody wants of a row: another value for the workspace, or the shipped one back. */
export interface PolicyWish {
  item: PolicyItem;
  /** What the table calls the row's topic and its subject. */
  topic: string;
  subject: string;
  kind: 'change' | 'reset';
}

/** Asks for the value, where one is set, and for the reason. */
export function PolicyDialog({ wish: { item, topic, subject, kind }, onClose }: { wish: PolicyWish; onClose(): void }) {
  const { key, unit, minimum, maximum } = item;
  const [value, setValue] = useState<number | string>(item.value);
  const [reason, setReason] = useState('');
  const changes = kind === 'change';
  const isValue = typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= maximum;
  const confirm = async (): Promise<void> => {
    if (changes) await engine.policy.override({ key, value: Number(value), reason });
    else await engine.policy.reset({ key, reason });
    await refresh(keys.policy);
    // Measuring again takes its time; the strip says so itself.
    void refresh(['assessment'], keys.register, keys.verification);
  };
  return (
    <ConfirmDialog
      opened
      title={changes ? text.change(topic, subject) : text.reset(topic, subject, policyText.value(item.row.value, unit))}
      confirm={changes ? text.set : text.takeBack}
      disabled={reason.trim() === '' || (changes && !isValue)}
      onClose={onClose}
      onConfirm={confirm}
    >
      {changes && unit === 'yes-no' && (
        <SegmentedControl
          aria-label={text.value[unit]}
          value={String(value)}
          onChange={(chosen) => setValue(Number(chosen))}
          data={[
            { value: '1', label: text.yes },
            { value: '0', label: text.no },
          ]}
        />
      )}
      {changes && unit !== 'yes-no' && (
        <NumberInput
          label={text.value[unit]}
          description={text.bounds(minimum, maximum)}
          allowDecimal={false}
          clampBehavior="none"
          min={minimum}
          max={maximum}
          value={value}
          onChange={setValue}
          data-autofocus
        />
      )}
      <div className={styles.gap} />
      <ReasonField label={text.reason} value={reason} onChange={setReason} autoFocus={!changes} />
      <p>{text.whole}</p>
    </ConfirmDialog>
  );
}
