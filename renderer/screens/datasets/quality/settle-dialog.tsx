import { Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { settledWays, type QualityFinding, type SettledWay } from '#shared/domain/quality.ts';
import { qualityText } from '#shared/text/quality.ts';
import { qualityWindowText } from '#shared/text/window/quality.ts';
import { engine } from '#renderer/client/connection.ts';
import { afterQuality, showQuality } from '#renderer/client/quality.ts';
import { ConfirmDialog } from '#renderer/design/confirm-dialog.tsx';
import { ReasonField } from '#renderer/design/reason-field.tsx';

const text = qualityWindowText.settle;

/** What becomes of a finding, with the reason that goes into the register. */
export function SettleDialog({
  datasetId,
  run,
  finding,
  onClose,
}: {
  datasetId: string;
  run: number;
  finding: QualityFinding;
  onClose(): void;
}) {
  const [way, setWay] = useState<SettledWay>('corrected-at-source');
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const settle = async (): Promise<void> => {
    const later = way === 'rectify-later' ? until : null;
    const shown = await engine.quality.settle({ datasetId, run, check: finding.id, way, reason, until: later });
    showQuality(shown);
    await afterQuality();
  };
  return (
    <ConfirmDialog
      opened
      title={text.title}
      confirm={text.confirm}
      disabled={reason.trim() === '' || (way === 'rectify-later' && until === '')}
      onConfirm={settle}
      onClose={onClose}
    >
      <p>{qualityText.asks(finding)}</p>
      <Stack gap="sm">
        <Radio.Group label={text.way} value={way} onChange={setWay}>
          {settledWays.map((one) => (
            <Radio key={one} value={one} label={text.ways[one]} mt={6} />
          ))}
        </Radio.Group>
        {way === 'rectify-later' && (
          <TextInput
            type="date"
            label={text.until}
            value={until}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
        )}
        <ReasonField label={text.reason} value={reason} onChange={setReason} />
      </Stack>
    </ConfirmDialog>
  );
}
