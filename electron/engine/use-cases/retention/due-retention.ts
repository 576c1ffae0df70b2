import { dayAfter } from '#shared/consent/consent-event.ts';
import type { DueItem } from '#shared/domain/due.ts';
import type { RetentionBinding } from '#shared/retention/bind-rules.ts';
import { retentionText, titleOfRule } from '#shared/text/retention.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { unreadableDatasets } from '../datasets/unreadable-datasets.ts';
import { bindingsOf, rulesOf } from './bindings-of.ts';
import { countedEntries, lastCounted, type Counted } from './last-counted.ts';

const text = retentionText.due;

/** Days from an import until somebody should have decided and counted: nothing is late that came in today. */
const timeToSettle = 14;

/** The first day after a month (YYYY-MM): what ends in it is over then. */
function dayAfterMonth(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10);
}

/** What of a rule on a dataset has a day. */
export function dueOfBinding(
  binding: RetentionBinding,
  { id, name, importedAt }: { id: string; name: string; importedAt: string },
  counted: Counted | null,
): DueItem[] {
  const { preset, duration } = binding.rule;
  const title = titleOfRule(binding.rule);
  const about = { title, dataset: name, column: binding.column };
  const item = (what: string, at: string, part: string): DueItem => ({
    kind: 'retention',
    id: `retention:${id}:${preset.id}:${binding.column}:${part}`,
    ref: '',
    what,
    at,
    screen: 'retention',
  });
  const settledBy = dayAfter(importedAt.slice(0, 10), timeToSettle);
  if (duration === null) return [item(text.decide(about), settledBy, 'decide')];
  if (counted === null) return [item(text.count(about), settledBy, 'count')];
  const [next] = counted.months;
  return [
    ...(counted.over > 0 ? [item(text.over(about, counted.over), counted.day, 'over')] : []),
    ...(counted.undated > 0 ? [item(text.undated(about, counted.undated), counted.day, 'undated')] : []),
    ...(next === undefined ? [] : [item(text.ends(about, next.ends), dayAfterMonth(next.month), 'next')]),
  ];
}

/**
 * What is due of retention: what is over or will be by what was counted last, what nobody counted or decided, holds that
 * end. No row is read.
 * @param now ISO 8601 in UTC
 */
export function dueRetention(workspace: Workspace, now: string): DueItem[] {
  const { catalog } = workspace;
  const rules = rulesOf(workspace, now.slice(0, 10));
  const unreadable = new Set(unreadableDatasets(workspace).map(({ id }) => id));
  const entries = countedEntries(workspace, now.slice(0, 10));
  const ofDatasets = catalog.datasets
    .list()
    .filter(({ id }) => !unreadable.has(id))
    .flatMap((dataset) =>
      bindingsOf(workspace, dataset.id, rules).flatMap((binding) =>
        dueOfBinding(binding, dataset, lastCounted(entries, dataset.id, binding)),
      ),
    );
  const holds = catalog.retention
    .holds()
    .filter(({ until }) => until >= now.slice(0, 10))
    .map(({ id, citation, until }): DueItem => {
      const what = text.hold(citation);
      return { kind: 'retention', id: `retention:hold:${id}`, ref: '', what, at: until, screen: 'retention' };
    });
  return [...ofDatasets, ...holds];
}
