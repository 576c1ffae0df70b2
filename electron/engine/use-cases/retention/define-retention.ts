import type { z } from 'zod';
import { Failure } from '#shared/contract/failure.ts';
import type { RetentionRuleView } from '#shared/contract/retention.ts';
import type { ownRuleSaid, OwnRuleId } from '#shared/domain/retention.ts';
import { actionsOf } from '#shared/retention/presets.ts';
import { semanticTypeById, typesNear } from '#shared/semantic-types/index.ts';
import { engineText } from '#shared/text/engine/engine.ts';
import { retentionText as text } from '#shared/text/engine/retention.ts';
import { retentionText as words, titleOfRule } from '#shared/text/retention.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { requireEnterable } from '../require-enterable.ts';
import { requiredReason } from '../required-reason.ts';
import { rulesOf } from './bindings-of.ts';
import { checkLengths } from './check-lengths.ts';
import { ruleView } from './rule-views.ts';

type Said = z.infer<z.ZodObject<typeof ownRuleSaid>>;
type Asked = Said & { rule?: OwnRuleId | undefined; reason: string };

/** @throws Failure WRONG_USAGE for what no column could hold, what cannot be done, or a start that tells nothing */
function check({ title, about, types, start, columns, duration, grace, action }: Said): void {
  checkLengths({ duration, grace });
  const unknown = types.find((id) => semanticTypeById(id) === undefined);
  if (unknown !== undefined) throw new Failure('WRONG_USAGE', text.unknownKind(unknown, typesNear(unknown)));
  if (about === 'cells' && types.length === 0) throw new Failure('WRONG_USAGE', text.noKinds);
  if (start === 'columns' && columns.length === 0) throw new Failure('WRONG_USAGE', text.noStartColumns);
  if (start !== 'columns' && columns.length > 0) throw new Failure('WRONG_USAGE', text.unneededColumns);
  const possible = actionsOf(about);
  if (!possible.includes(action)) {
    const named = possible.map((one) => words.actions[one]);
    throw new Failure('WRONG_USAGE', text.noSuchAction(title, named));
  }
}

/** An id that no rule of the workspace has: the title in plain letters, with a number where that is taken. */
function newId(title: string, taken: ReadonlySet<string>): OwnRuleId {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .join('-')
    .slice(0, 50);
  const base = plain === '' ? 'rule' : plain;
  for (let at = 1; ; at += 1) {
    const id: OwnRuleId = `own-${at === 1 ? base : `${base}-${at}`}`;
    if (!taken.has(id)) return id;
  }
}

/**
 * Makes a rule of one's own, or says all of one anew: about which kinds of data, from when it counts, how long, what is
 * done then, by which law. It is bound to datasets by what their columns hold, as the shipped ones are.
 * @throws Failure WRONG_USAGE, ROLE_REFUSED, WORKSPACE_READ_ONLY
 */
export function defineRetention(state: EngineSession, asked: Asked): RetentionRuleView {
  const workspace = state.requireWorkspace();
  requireEnterable(workspace, 'retention.rule-defined');
  const { about, start, columns, duration, grace, action } = asked;
  const title = asked.title.trim();
  if (title === '') throw new Failure('WRONG_USAGE', text.noTitle);
  const rules = rulesOf(workspace, state.today());
  if (asked.rule !== undefined && !rules.some(({ preset }) => preset.id === asked.rule))
    throw new Failure('WRONG_USAGE', text.noRule(asked.rule));
  const isTaken = rules.some(
    (one) => one.preset.id !== asked.rule && titleOfRule(one).toLowerCase() === title.toLowerCase(),
  );
  if (isTaken) throw new Failure('WRONG_USAGE', text.titleTaken(title));
  const types = [...new Set(asked.types)];
  check({ ...asked, title, types });
  const legalReason = requiredReason(asked.legalReason, text.lawOfRule);
  const reason = requiredReason(asked.reason, text.reasonToDefine(title));
  const rule = asked.rule ?? newId(title, new Set(rules.map(({ preset }) => preset.id)));
  const said = { rule, title, about, types, start, columns, duration, grace, action, legalReason, reason };
  const payload = { ...said, at: state.now() };
  const by = workspace.summary().operator || engineText.nobodyNamed;
  workspace.transaction(() => {
    workspace.catalog.retention.define({ ...payload, by });
    workspace.register.append({ kind: 'retention.rule-defined', subjectRef: rule, payload });
  });
  const made = rulesOf(workspace, state.today()).find(({ preset }) => preset.id === rule);
  return ruleView(made!, state.policyOn(state.today()));
}
