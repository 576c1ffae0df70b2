import type { RetentionHoldView, RetentionLine, RetentionRuleView } from '#shared/contract/retention.ts';
import type { RetentionHold } from '#shared/domain/retention.ts';
import type { PolicyInForce } from '#shared/policy/index.ts';
import { policyKey } from '#shared/policy/policy-in-force.ts';
import type { RetentionBinding } from '#shared/retention/bind-rules.ts';
import type { RetentionRule } from '#shared/retention/rule-in-force.ts';
import { retentionText as words, sourceOfRule, titleOfRule } from '#shared/text/retention.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { rulesOf } from './bindings-of.ts';

/** A rule as it is shown. */
export function ruleView(rule: RetentionRule, policy: PolicyInForce) {
  const { preset, duration, grace, action, decision, own } = rule;
  const { id, about, actions, offers } = preset;
  const ruling = preset.policy === null ? null : policy.ruling(preset.policy.id, preset.policy.subject);
  return {
    id,
    title: titleOfRule(rule),
    about,
    duration,
    grace,
    action,
    actions: [...actions],
    legalReason: sourceOfRule(rule),
    policyRow: ruling === null ? null : policyKey(ruling.id, ruling.subject),
    checkedOn: ruling?.row.checkedOn ?? null,
    offers: offers.map((offer) => ({
      duration: offer.duration,
      source: words.offers[offer.id] ?? '',
      checkedOn: offer.checkedOn,
    })),
    decided: decision === null ? null : { by: decision.by, at: decision.at, reason: decision.reason },
    own: own === null ? null : { types: own.types, start: own.start, columns: own.columns },
  } satisfies RetentionRuleView;
}

export function holdView(workspace: Workspace, hold: RetentionHold, today: string): RetentionHoldView {
  const { id, datasetId, rule: ruleId, citation, until, by, reason } = hold;
  const name = datasetId === null ? null : (workspace.catalog.datasets.get(datasetId)?.name ?? datasetId);
  const dataset = datasetId === null || name === null ? null : { id: datasetId, name };
  const named = rulesOf(workspace, today).find(({ preset }) => preset.id === ruleId);
  const rule = ruleId === null ? null : { id: ruleId, title: named === undefined ? ruleId : titleOfRule(named) };
  const identifiers = hold.identifiers ?? null;
  return { id, dataset, rule, citation, until, identifiers, holds: until >= today, by, reason };
}

/** What was chosen for whoever reads a line, in sentences. */
export function toldOf({ by, starts, latest, person, notActs, undated }: RetentionBinding): string[] {
  return [
    words.bound(by, starts, latest),
    ...(person === null ? [] : [words.perPerson(person)]),
    ...(notActs.length === 0 ? [] : [words.notActs(notActs)]),
    ...(undated?.as === 'import' ? [words.undatedFromImport] : []),
  ];
}

/** How a rule stands on a dataset. */
export function stateOf({
  over,
  held,
  undated,
  duration,
}: Pick<RetentionLine, 'over' | 'held' | 'undated' | 'duration'>) {
  if (duration === null) return 'undecided';
  if (over > held) return 'over';
  if (held > 0) return 'held';
  return undated > 0 ? 'undated' : 'fine';
}
