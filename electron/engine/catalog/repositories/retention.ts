import type { Database } from 'better-sqlite3';
import type { z } from 'zod';
import {
  ownRetentionRule,
  retentionChoice,
  retentionDecision,
  retentionHold,
  type OwnRetentionRule,
  type RetentionChoice,
  type RetentionDecision,
  type RetentionHold,
} from '#shared/domain/retention.ts';
import { settingsRepository } from './settings.ts';

/** What the names of their settings begin with. */
export const retentionPrefix = 'retention:';
export const decisionSetting = (rule: string): string => `${retentionPrefix}rule:${rule}`;
export const ownRuleSetting = (rule: string): string => `${retentionPrefix}own:${rule}`;
export const holdSetting = (id: string): string => `${retentionPrefix}hold:${id}`;
export const choiceSetting = ({ datasetId, rule, column }: { datasetId: string; rule: string; column: string }) =>
  `${retentionPrefix}choice:${JSON.stringify([datasetId, rule, column])}`;
/** What the names of all choices about one dataset begin with. */
export const choicesOfDataset = (datasetId: string): string =>
  `${retentionPrefix}choice:[${JSON.stringify(datasetId)},`;

const choicePrefix = `${retentionPrefix}choice:`;

/** Whether a setting is what was chosen of a rule for some dataset. */
export const isChoiceOf = (name: string, rule: string): boolean => {
  if (!name.startsWith(choicePrefix)) return false;
  const key = parsedJson(name.slice(choicePrefix.length));
  return Array.isArray(key) && key[1] === rule;
};

// One text per value, which the log is held against.
export const storedDecision = ({ rule, duration, grace, action, legalReason, reason, by, at }: RetentionDecision) =>
  JSON.stringify({ rule, duration, grace, action, legalReason, reason, by, at });
export const storedOwnRule = (own: OwnRetentionRule): string => {
  const { rule, title, about, types, start, columns, duration, grace, action, legalReason, reason, by, at } = own;
  return JSON.stringify({
    rule,
    title,
    about,
    types,
    start,
    columns,
    duration,
    grace,
    action,
    legalReason,
    reason,
    by,
    at,
  });
};
export const storedHold = (hold: RetentionHold): string => {
  const { id, datasetId, rule, citation, until, identifiers, reason, by, at } = hold;
  // Left out where there are none, as holds were written before there were any.
  return JSON.stringify({ id, datasetId, rule, citation, until, identifiers, reason, by, at });
};
export const storedChoice = (choice: RetentionChoice): string => {
  const { datasetId, rule, column, applies, starts, undated, reason, by, at } = choice;
  return JSON.stringify({ datasetId, rule, column, applies, starts, undated, reason, by, at });
};

/** How long data are kept, as a workspace decided it: a setting each, which the log is held against. */
export function retentionRepository(db: Database) {
  const settings = settingsRepository(db);
  /** What cannot be read counts as none: it is not what the log says. */
  const all = <S extends z.ZodType>(kind: string, schema: S): z.output<S>[] =>
    settings.named(`${retentionPrefix}${kind}:`).flatMap(({ value }) => {
      const parsed = schema.safeParse(parsedJson(value));
      return parsed.success ? [parsed.data] : [];
    });
  return {
    decisions: (): RetentionDecision[] => all('rule', retentionDecision),
    own: (): OwnRetentionRule[] => all('own', ownRetentionRule),
    holds: (): RetentionHold[] => all('hold', retentionHold),
    choices: (): RetentionChoice[] => all('choice', retentionChoice),
    decide: (decision: RetentionDecision): void =>
      settings.set(decisionSetting(decision.rule), storedDecision(decision)),
    define: (rule: OwnRetentionRule): void => settings.set(ownRuleSetting(rule.rule), storedOwnRule(rule)),
    /** Takes a rule of one's own away, and what was chosen for datasets of it. */
    withdraw: (rule: string): void => {
      settings.remove(ownRuleSetting(rule));
      for (const { name } of settings.named(choicePrefix)) if (isChoiceOf(name, rule)) settings.remove(name);
    },
    hold: (hold: RetentionHold): void => settings.set(holdSetting(hold.id), storedHold(hold)),
    lift: (id: string): void => settings.remove(holdSetting(id)),
    choose: (choice: RetentionChoice): void => settings.set(choiceSetting(choice), storedChoice(choice)),
    /** Takes away what was chosen for a dataset that is gone. */
    forget: (datasetId: string): void => {
      for (const { name } of settings.named(choicesOfDataset(datasetId))) settings.remove(name);
    },
  };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
