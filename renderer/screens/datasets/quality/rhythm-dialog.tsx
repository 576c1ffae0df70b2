import { NumberInput, Stack } from '@mantine/core';
import { useState } from 'react';
import type { QualityShown } from '#shared/contract/quality.ts';
import { qualityWindowText } from '#shared/text/window/quality.ts';
import { engine } from '#renderer/client/connection.ts';
import { afterQuality, showQuality } from '#renderer/client/quality.ts';
import { ConfirmDialog } from '#renderer/design/confirm-dialog.tsx';
import { ReasonField } from '#renderer/design/reason-field.tsx';

const text = qualityWindowText.schedule;

/** How often a dataset is checked, and when its rows are old. */
export function RhythmDialog({ shown, onClose }: { shown: QualityShown; onClose(): void }) {
  const [everyDays, setEvery] = useState<number | string>(shown.everyDays);
  const [freshDays, setFresh] = useState<number | string>(shown.freshDays);
  const [reason, setReason] = useState('');
  const enter = async (): Promise<void> => {
    const { datasetId } = shown;
    const days = { everyDays: Number(everyDays), freshDays: Number(freshDays) };
    showQuality(await engine.quality.schedule({ datasetId, ...days, reason }));
    await afterQuality();
  };
  return (
    <ConfirmDialog
      opened
      title={text.title}
      confirm={text.confirm}
      disabled={reason.trim() === ''}
      onConfirm={enter}
      onClose={onClose}
    >
      <Stack gap="sm">
        <NumberInput label={text.every} min={1} max={1095} value={everyDays} onChange={setEvery} />
        <NumberInput label={text.fresh} min={1} max={7300} value={freshDays} onChange={setFresh} />
        <ReasonField label={text.reason} value={reason} onChange={setReason} />
      </Stack>
    </ConfirmDialog>
  );
}
