import type { GuardState } from '#shared/domain/guardrail.ts';
import { because } from '#shared/domain/reason.ts';
import { noActivity, noPurpose } from '#shared/text/register/rules/words.ts';
import { datasetUnreadable, recordUnreadable, type ReasonWords } from '#shared/text/guardrails/words.ts';
import type { UnreadableDataset } from '../observed/observed.ts';
import type { UnreadableVersion } from '../register-snapshot.ts';
import { heldRecords } from '../held-records.ts';
import { unreadableRecords } from '../unreadable-records.ts';
import { ofDataset } from './about.ts';
import { law01 } from './law-01-declared-purpose.ts';
import { law02 } from './law-02-lawful-basis.ts';
import { law03 } from './law-03-special-categories.ts';
import { law04 } from './law-04-criminal-data.ts';
import { law05 } from './law-05-inferred-categories.ts';
import { law06 } from './law-06-consent-shown.ts';
import { law07 } from './law-07-withdrawals-obeyed.ts';
import { law08 } from './law-08-interests-weighed.ts';
import { law09 } from './law-09-people-informed.ts';
import { law10 } from './law-10-automated-decisions.ts';
import { ret01 } from './ret-01-period-for-everything.ts';
import { atField, type Rule, type RuleFound } from './rule.ts';
import type { RuleView } from './rule-view.ts';

/** The one list of rules that register and datasets answer, in the order in which they are shown. */
const all = [law01, law02, law03, law04, law05, law06, law07, law08, law09, law10, ret01] as const;

export type RuleId = (typeof all)[number]['id'];
export const rules: readonly Rule<RuleId>[] = all;

/** What one rule says: of everything that it applies to, and in all. */
export interface RuleAnswer {
  rule: RuleId;
  title: string;
  source: string;
  /** The gravest of what was found; `does-not-apply` where nothing was. */
  state: GuardState;
  found: (RuleFound & ReasonWords)[];
  /** Why it does not apply; empty where it does. */
  why: string;
}

const gravest: readonly GuardState[] = ['blocked', 'needs-you', 'not-stated', 'passed', 'does-not-apply'];

/** The gravest of several states; what nobody stated is graver than what passed. */
export const worstState = (states: readonly GuardState[]): GuardState =>
  gravest.find((state) => states.includes(state)) ?? 'does-not-apply';

/** What a rule says of a record that it looks at and that cannot be read: it is not known what the answer would be. */
const unread = ({ kind, id, ref, version }: UnreadableVersion): RuleFound & ReasonWords => ({
  about: { kind: 'record', id, name: ref },
  state: 'not-stated',
  columns: [],
  proofs: [{ of: 'record', kind, id, ref, version, entry: null }],
  place: atField({ kind, id }, null),
  reason: because('record-unreadable', { refs: [ref] }),
  ...recordUnreadable({ refs: [ref] }),
});

/** The same of a dataset. */
const unseen = ({ id, name }: UnreadableDataset): RuleFound & ReasonWords => ({
  about: { kind: 'dataset', id, name },
  state: 'not-stated',
  columns: [],
  proofs: [],
  place: { at: 'dataset', dataset: id, screen: 'classify' },
  reason: because('dataset-unreadable', { name }),
  ...datasetUnreadable({ name }),
});

/** Of datasets about which there is nothing yet that the rule could be asked of. */
function undeclared({ of }: Rule, { snapshot, datasets }: RuleView): (RuleFound & ReasonWords)[] {
  if (of === 'dataset' || heldRecords(snapshot, of).length > 0) return [];
  const say = of === 'purpose' ? noPurpose : noActivity;
  return datasets.map((dataset) => ({
    about: ofDataset(dataset),
    state: 'not-stated',
    columns: [],
    proofs: [],
    place:
      of === 'purpose' ? atField({ kind: 'binding', id: null }, 'purposes') : atField({ kind: of, id: null }, null),
    reason: because(of === 'purpose' ? 'no-purpose' : 'no-activity', { dataset: dataset.name }),
    ...say({ dataset: dataset.name }),
  }));
}

/** Every rule's answer about a register and the datasets of its workspace, in words. */
export const judgeRules = (view: RuleView): RuleAnswer[] =>
  rules.map((rule) => {
    const { id, title, source, rests, reasons, judge } = rule;
    const judged = judge(view).map((answer) => {
      // Which values a reason's sentences take was held against the reason where the rule is written.
      const say = reasons[answer.reason.code] as (said: object) => ReasonWords;
      return { ...answer, ...say({ ...answer.reason.values, columns: answer.columns }) };
    });
    const found = [
      ...judged,
      ...undeclared(rule, view),
      ...unreadableRecords(view.snapshot, rests).map(unread),
      ...view.unreadableDatasets.map(unseen),
    ];
    const why = found.length === 0 ? rule.nothing : '';
    return { rule: id, title, source, state: worstState(found.map(({ state }) => state)), found, why };
  });
