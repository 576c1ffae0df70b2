import type { FairnessAudit } from '#shared/domain/fairness-audit.ts';
import { readYesRule, type YesRule } from './yes-rule.ts';

/** The columns of groups that an audit went by, each once. */
export const auditColumns = ({ groupings }: FairnessAudit): string[] => [
  ...new Set(groupings.flatMap(({ columns }) => columns)),
];

/** The comparison that a rule as it is written stands for; null where it names texts. */
export function readWrittenRule(rule: string): Extract<YesRule, { kind: 'number' }> | null {
  const read = readYesRule([rule]);
  return read.kind === 'number' ? read : null;
}
