import type { AudienceResult } from '#shared/contract/audiences.ts';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import { engine } from '#renderer/client/connection.ts';
import { releasesChanged } from '#renderer/client/rows-changed.ts';
import { runJob } from '#renderer/client/use-job.ts';
import { createStore, useStore } from '#renderer/state/create-store.ts';
import { audienceText as text } from '#shared/text/window/audience.ts';
import type { AudienceWish } from './audience-draft.ts';

/** How writing an audience ended; kept while the person is elsewhere. */
export type AudienceOutcome = { fileName: string } & (
  | { kind: 'running' }
  | { kind: 'written'; grantId: string; result: AudienceResult }
  | { kind: 'failed'; error: unknown }
  | { kind: 'cancelled' }
);

const outcomes = createStore<{ of: Readonly<Record<string, AudienceOutcome>> }>({ of: {} });

export const useAudienceOutcome = (datasetId: string): AudienceOutcome | null =>
  useStore(outcomes, ({ of }) => of[datasetId] ?? null);
const keep = (datasetId: string, outcome: AudienceOutcome): void =>
  outcomes.set(({ of }) => ({ of: { ...of, [datasetId]: outcome } }));
/** Back to what was chosen. */
export const forgetAudience = (datasetId: string): void =>
  outcomes.set(({ of }) => ({ of: Object.fromEntries(Object.entries(of).filter(([id]) => id !== datasetId)) }));

/** Asks where, and writes the audience as a job. */
export async function writeAudience(dataset: DatasetSummary, wish: AudienceWish): Promise<void> {
  const grant = await window.custos.requestSave({
    kind: 'release',
    suggestedName: text.suggested(dataset.name, wish.platform),
  });
  if (!grant) return;
  const { fileName, grantId } = grant;
  keep(dataset.id, { fileName, kind: 'running' });
  try {
    const result = await runJob(text.writing(fileName), () =>
      engine.audiences.write({ datasetId: dataset.id, grantId, ...wish }),
    );
    keep(
      dataset.id,
      result === null ? { fileName, kind: 'cancelled' } : { fileName, kind: 'written', grantId, result },
    );
  } catch (error) {
    keep(dataset.id, { fileName, kind: 'failed', error });
  }
  await releasesChanged();
}
