import { Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { RetentionLine } from '#shared/contract/retention.ts';
import type { UndatedDecision } from '#shared/domain/retention.ts';
import { retentionWindowText } from '#shared/text/window/retention.ts';
import { engine } from '#renderer/client/connection.ts';
import { ConfirmDialog } from '#renderer/design/confirm-dialog.tsx';
import { ReasonField } from '#renderer/design/reason-field.tsx';
import { decided } from './use-retention.ts';
import styles from './retention.module.css';

const text = retentionWindowText.undated;

/** Asks what becomes of rows whose age nobody can tell. */
export function UndatedDialog({ line, onClose }: { line: RetentionLine; onClose(): void }) {
  const [as, setAs] = useState<UndatedDecision['as']>('kept');
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const { datasetId, rule, column } = line;
  return (
    <ConfirmDialog
      opened
      title={text.title(line.undated)}
      confirm={text.save}
      disabled={reason.trim() === '' || (as === 'kept' && until === '')}
      onClose={onClose}
      onConfirm={async () => {
        await engine.retention.bindTo({
          datasetId,
          rule,
          column,
          undated: as === 'kept' ? { as, until } : { as },
          reason,
        });
        void decided();
      }}
    >
      <div className={styles.fields}>
        <p>{text.sentence}</p>
        <Radio.Group value={as} onChange={(value) => setAs(value)} aria-label={text.title(line.undated)}>
          <Radio value="kept" label={text.kept} mb={8} />
          <Radio value="import" label={text.fromImport} mb={8} />
          <Radio value="over" label={text.over} />
        </Radio.Group>
        {as === 'kept' && (
          <TextInput
            type="date"
            label={text.until}
            required
            value={until}
            onChange={({ currentTarget }) => setUntil(currentTarget.value)}
          />
        )}
        <ReasonField label={text.reason} value={reason} onChange={setReason} />
      </div>
    </ConfirmDialog>
  );
}
