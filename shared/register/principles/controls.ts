import type { RuleId } from '../rules/index.ts';
import type { GuardState } from '#shared/domain/guardrail.ts';
import type { DifferenceRule, NotJudged } from '../compare/difference.ts';

/** The seven principles (GDPR Art. 5) and the nine rules of ethics, in the order in which they are shown. */
export const controlIds = [
  'G1',
  'G2',
  'G3',
  'G4',
  'G5',
  'G6',
  'G7',
  'E1',
  'E2',
  'E3',
  'E4',
  'E5',
  'E6',
  'E7',
  'E8',
  'E9',
] as const;
export type ControlId = (typeof controlIds)[number];

/** The principle that a rule of law is a check of. */
export const controlOfRule: Record<RuleId, ControlId> = {
  'R-LAW-01': 'G1',
  'R-LAW-02': 'G1',
  'R-LAW-03': 'G1',
  'R-LAW-04': 'G1',
  'R-LAW-05': 'G1',
  'R-LAW-06': 'E2',
  'R-LAW-07': 'E2',
  'R-LAW-08': 'G1',
  'R-LAW-09': 'G1',
  'R-LAW-10': 'G1',
  'R-RET-01': 'G5',
};

/**
 * How a difference counts: as the rule of law counts that says the same of the register, so that workspace and dataset
 * stand alike; else it is a task.
 */
export const stateOfDifference = (rule: DifferenceRule): GuardState =>
  rule === 'condition-missing' ? 'blocked' : rule === 'basis-missing' ? 'not-stated' : 'needs-you';

/** The principle that a difference between register and data is about. */
export const controlOfDifference: Record<DifferenceRule, ControlId> = {
  'special-undeclared': 'G1',
  'condition-missing': 'G1',
  'basis-missing': 'G1',
  'transfer-undeclared': 'G1',
  'recipient-undeclared': 'G1',
  'purpose-missing': 'G2',
  'purpose-undeclared': 'G2',
  'retention-overdue': 'G5',
  'dataset-undeclared': 'G7',
  'minors-undeclared': 'G7',
  'identifier-undeclared': 'G7',
  'category-undeclared': 'G7',
};

/**
 * The principles of which nothing is known to have passed while something could not be judged: those that a difference
 * it might hide would be about.
 */
export const controlsOfNotJudged: Record<NotJudged['what'], readonly ControlId[]> = {
  columns: ['G1', 'G7'],
  'dataset-unreadable': controlIds,
  'records-unreadable': ['G1', 'G2', 'G5', 'G7'],
  'recipient-not-named': ['G1'],
  'source-unknown': ['G1', 'G7'],
  'country-not-stated': ['G1'],
  'no-period': ['G5'],
  'period-without-date': ['G5'],
};
