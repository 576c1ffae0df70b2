import type { SegmentColumn } from '#shared/contract/audiences.ts';
import { barredFlags } from '#shared/policy/index.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { whyNotChosenBy } from './why-not-chosen-by.ts';

/** The columns of a dataset, and why no segment is chosen by some of them. */
export async function segmentColumns(state: EngineSession, datasetId: string): Promise<SegmentColumn[]> {
  const session = await state.dataset(datasetId);
  const barred = barredFlags(state.policyOn(state.today()));
  return session.effectiveFindings().map((finding) => ({ name: finding.name, why: whyNotChosenBy(finding, barred) }));
}
