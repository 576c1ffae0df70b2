import { retentionText, titleOfRule } from '#shared/text/retention.ts';
import type { PackedRetention } from '#engine/evidence/pack-section.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { unreadableDatasets } from '../datasets/unreadable-datasets.ts';
import { bindingsOf, rulesOf } from './bindings-of.ts';
import { dueOfBinding, dueRetention } from './due-retention.ts';
import { countedEntries, lastCounted } from './last-counted.ts';
import { holdView, ruleView } from './rule-views.ts';

/** How the keeping of data stands, for whoever is to be shown it: by what was counted last. No row is read. */
export function packedRetention(state: EngineSession): PackedRetention {
  const workspace = state.requireWorkspace();
  const today = state.today();
  const { catalog } = workspace;
  const rules = rulesOf(workspace, today);
  const entries = countedEntries(workspace, today);
  const unreadable = new Set(unreadableDatasets(workspace).map(({ id }) => id));
  const datasets = catalog.datasets.list().filter(({ id }) => !unreadable.has(id));
  return {
    rules: rules.map((rule) => ruleView(rule, state.policyOn(today))),
    bindings: datasets.flatMap((dataset) =>
      bindingsOf(workspace, dataset.id, rules).map((binding) => {
        const counted = lastCounted(entries, dataset.id, binding);
        const next = dueOfBinding(binding, dataset, counted).map(({ at }) => at.slice(0, 10));
        return {
          dataset: dataset.name,
          rule: binding.rule.preset.id,
          title: titleOfRule(binding.rule),
          column: binding.column,
          told: retentionText.bound(binding.by, binding.starts, binding.latest),
          counted:
            counted === null
              ? null
              : { entry: counted.entry, day: counted.day, over: counted.over, undated: counted.undated },
          next: next.toSorted()[0] ?? null,
        };
      }),
    ),
    holds: catalog.retention.holds().map((hold) => holdView(workspace, hold, today)),
    due: dueRetention(workspace, state.now()).map(({ what, at }) => ({ what, at })),
  };
}
