import { Failure } from '#shared/contract/failure.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import { datasetsText } from '#shared/text/engine/datasets.ts';
import { fairnessText } from '#shared/text/fairness.ts';
import type { AskedAudit, AuditColumns } from '#engine/fairness/asked-audit.ts';

/** More columns than these are not crossed by a reader either. */
const mostColumns = 4;

/**
 * The columns that were named, each for one thing. @throws Failure COLUMN_UNKNOWN; WRONG_USAGE for a column named twice,
 * none or too many of groups, a score without a label
 */
export function auditColumns(
  { columns, fileName }: { columns: readonly SourceColumn[]; fileName: string },
  asked: AskedAudit,
): AuditColumns {
  const refuse = (detail: string): never => {
    throw new Failure('WRONG_USAGE', detail);
  };
  const called = (name: string): SourceColumn => {
    const column = columns.find((candidate) => candidate.name === name);
    if (column === undefined) throw new Failure('COLUMN_UNKNOWN', datasetsText.noColumnInFile(fileName, name));
    return column;
  };
  const groups = [...new Set(asked.groups)];
  if (groups.length === 0) refuse(fairnessText.noGroups);
  if (groups.length > mostColumns) refuse(fairnessText.tooManyColumns(mostColumns));
  if (asked.score !== undefined && asked.label === undefined) refuse(fairnessText.scoreWithoutLabel);
  const apart = [asked.outcome, ...(asked.label === undefined ? [] : [asked.label]), ...groups];
  const twice = apart.find((name, at) => apart.indexOf(name) !== at);
  if (twice !== undefined) refuse(fairnessText.sameColumn(twice));
  return {
    outcome: called(asked.outcome),
    label: asked.label === undefined ? null : called(asked.label),
    score: asked.score === undefined ? null : called(asked.score),
    groups: groups.map(called),
  };
}
