import type { RetentionOfDataset } from '#shared/register/principles/principles-matrix.ts';
import { titleOfRule } from '#shared/text/retention.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { bindingsOf, rulesOf } from './bindings-of.ts';
import { countedEntries, lastCounted } from './last-counted.ts';

/**
 * How the keeping of a dataset stands by what was counted last. No row is read.
 * @param today YYYY-MM-DD
 * @returns null where no rule is bound to it
 */
export function standingRetention(workspace: Workspace, datasetId: string, today: string): RetentionOfDataset | null {
  const bindings = bindingsOf(workspace, datasetId, rulesOf(workspace, today));
  if (bindings.length === 0) return null;
  const entries = countedEntries(workspace, today);
  const decided = bindings.filter(({ rule }) => rule.duration !== null);
  const counted = decided.map((binding) => lastCounted(entries, datasetId, binding));
  const known = counted.filter((one) => one !== null);
  const month = today.slice(0, 7);
  // What ended in a month before this one is over by now, whoever counted it.
  const ended = known.flatMap(({ months }) => months.filter((one) => one.month < month).map(({ ends }) => ends));
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);
  const newest = known.toSorted((a, b) => b.entry - a.entry)[0];
  return {
    undecided: [...new Set(bindings.flatMap(({ rule }) => (rule.duration === null ? [titleOfRule(rule)] : [])))],
    uncounted: counted.length - known.length,
    over: sum([...known.map(({ over }) => over), ...ended]),
    undated: sum(known.map(({ undated }) => undated)),
    entry: newest?.entry ?? null,
    at: newest?.at ?? null,
  };
}
