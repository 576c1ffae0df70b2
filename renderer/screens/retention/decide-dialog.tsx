import { NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { RetentionRuleView } from '#shared/contract/retention.ts';
import type { RetentionAction } from '#shared/domain/retention.ts';
import { retentionWindowText } from '#shared/text/window/retention.ts';
import { engine } from '#renderer/client/connection.ts';
import { ConfirmDialog } from '#renderer/design/confirm-dialog.tsx';
import { ReasonField } from '#renderer/design/reason-field.tsx';
import { decided } from './use-retention.ts';
import styles from './retention.module.css';

const text = retentionWindowText.decide;

const units = ['D', 'M', 'Y'] as const;
type Unit = (typeof units)[number];

/** The number and the unit of a length that has one unit; of another nothing is proposed. */
function partsOf(duration: string | null): { number: number | string; unit: Unit } {
  const [, number, unit] = /^P(\d+)([DMY])$/.exec(duration ?? '') ?? [];
  return { number: number === undefined ? '' : Number(number), unit: (unit as Unit | undefined) ?? 'M' };
}

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
  const [{ number, unit }, setLength] = useState(() => {
    const parts = partsOf(rule.duration);
    return rule.policyRow === null ? parts : { ...parts, unit: 'D' as const };
  });
  const [action, setAction] = useState<RetentionAction>(rule.action);
  const [law, setLaw] = useState('');
  const [reason, setReason] = useState('');
  const isLength = typeof number === 'number' && Number.isInteger(number) && number > 0;
  return (
    <ConfirmDialog
      opened
      title={text.title(rule.title)}
      confirm={text.save}
      disabled={!isLength || reason.trim() === ''}
      onClose={onClose}
      onConfirm={async () => {
        await engine.retention.decide({
          rule: rule.id,
          duration: `P${number}${unit}`,
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
          onTake={(duration, source) => {
            setLength(partsOf(duration));
            setLaw(source);
          }}
        />
        <div className={styles.pair}>
          <NumberInput
            label={text.keep}
            required
            min={1}
            max={9999}
            allowDecimal={false}
            value={number}
            onChange={(value) => setLength({ number: value, unit })}
            data-autofocus
          />
          <Select
            label={text.unit}
            allowDeselect={false}
            disabled={rule.policyRow !== null}
            data={units.map((value) => ({ value, label: text.units[value] }))}
            value={unit}
            onChange={(value) => setLength({ number, unit: value ?? unit })}
          />
        </div>
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
