import type { DueItem } from '#shared/domain/due.ts';
import { dueText as text } from '#shared/text/engine/due.ts';
import { qualityText } from '#shared/text/quality.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { unreadableDatasets } from '../datasets/unreadable-datasets.ts';
import { earlierEditions } from '../datasets/since-last-import.ts';
import { qualityInLog } from '../quality/quality-in-log.ts';
import { newestRun } from '../quality/quality-of.ts';
import { rhythmOf } from '../quality/rhythm-of.ts';

/**
 * Datasets whose quality is to be checked, and findings that somebody said would be rectified by a day. Of a dataset that
 * has a later edition nothing is due any more.
 */
export function dueQuality(state: EngineSession): DueItem[] {
  const workspace = state.requireWorkspace();
  const unreadable = new Set(unreadableDatasets(workspace).map(({ id }) => id));
  const datasets = workspace.catalog.datasets.list().filter(({ id }) => !unreadable.has(id));
  const replaced = new Set(
    datasets.flatMap((summary) =>
      earlierEditions(state.datasetRecord(summary.id), state.earlierRecords(summary)).map((one) => one.summary.id),
    ),
  );
  return datasets
    .filter(({ id }) => !replaced.has(id))
    .flatMap((summary): DueItem[] => {
      const log = qualityInLog(state, summary.id);
      const { next } = rhythmOf(state, summary, log);
      const of = { kind: 'quality', ref: summary.name, screen: 'datasets' } as const;
      const promised = (newestRun(state, log)?.findings ?? []).flatMap((finding) => {
        const settled = log.settled.get(finding.id);
        if (settled?.way !== 'rectify-later' || settled.until === null || finding.state === 'passed') return [];
        const what = text.rectify(qualityText.asks(finding));
        return [{ ...of, id: `${summary.id}-${settled.entry}`, what, at: settled.until }];
      });
      return [{ ...of, id: summary.id, what: text.checkQuality, at: next }, ...promised];
    });
}
