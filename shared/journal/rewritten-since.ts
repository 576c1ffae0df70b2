import { rewriteCauses, type RewriteCause, type RewrittenSince } from '#shared/domain/rewrites.ts';

/** An entry `dataset.rewritten`. */
export interface RewrittenEntry {
  seq: number;
  ts: string;
  payload: { datasetId: string; cause?: RewriteCause | undefined };
}

/**
 * How often the sources of a release were written anew after it was entered.
 * @param release ids of the datasets it was made of, and the number of its entry
 * @returns null where they are as they were
 */
export function rewrittenSince(
  entries: readonly RewrittenEntry[],
  release: { datasets: readonly string[]; seq: number },
): RewrittenSince | null {
  const later = entries.filter(({ seq, payload }) => seq > release.seq && release.datasets.includes(payload.datasetId));
  const last = later.at(-1);
  if (last === undefined) return null;
  const causes = [...rewriteCauses, null].flatMap((cause) => {
    const times = later.filter(({ payload }) => (payload.cause ?? null) === cause).length;
    return times === 0 ? [] : [{ cause, times }];
  });
  return { times: later.length, lastAt: last.ts, registerEntry: last.seq, causes };
}
