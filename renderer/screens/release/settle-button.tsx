import { Button } from '@mantine/core';
import { useRecords } from '#renderer/client/records.ts';
import { goToFairness } from '#renderer/state/fairness-place.ts';
import { goToDataUse, goToNotice, goToRecord } from '#renderer/state/register-place.ts';
import { findPurpose } from '#shared/purposes/index.ts';
import type { GuardFinding } from '#shared/domain/guardrail.ts';
import { settledAt } from '#shared/register/principles/settled-at.ts';
import { releaseText } from '#shared/text/window/release.ts';

const text = releaseText.settle;

/** One press to where the register settles what a check says; nothing where it does not. */
export function SettleButton({
  finding,
  datasetId,
  purpose,
}: {
  finding: Pick<GuardFinding, 'id' | 'verdict' | 'state' | 'reason' | 'columns'>;
  datasetId: string;
  /** As the recipe names it. */
  purpose: string;
}) {
  const { data: records } = useRecords();
  const place = settledAt(finding);
  if (place === null) return null;
  if (place.at === 'fairness')
    return <Button onClick={() => goToFairness(datasetId, finding.columns[0] ?? null)}>{text.audit}</Button>;
  if (place.at === 'columns') return <Button onClick={() => goToDataUse(datasetId)}>{text.columns}</Button>;
  if (place.at === 'purposes') {
    const wanted = place.purpose ? (findPurpose(purpose)?.id ?? purpose) : null;
    return <Button onClick={() => goToDataUse(datasetId, wanted)}>{text.purposes}</Button>;
  }
  const record = records?.find(({ ref }) => ref === place.ref);
  if (record === undefined) return null;
  if (place.at === 'notice') return <Button onClick={() => goToNotice(record.id)}>{text.notice}</Button>;
  const { kind, id, ref } = record;
  const field = place.field === null ? {} : { field: place.field };
  return <Button onClick={() => goToRecord({ kind, id, ...field })}>{text.record(ref)}</Button>;
}
