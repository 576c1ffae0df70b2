import type { SegmentColumn } from '#shared/contract/audiences.ts';
import type { ColumnFlag } from '#shared/domain/column-class.ts';
import { isUndecided } from '#shared/domain/could-be-known.ts';
import type { Finding } from '#shared/domain/finding.ts';
import { hasFlag } from '#shared/guardrails/output-view.ts';
import { personIds } from '#shared/roles/person-ids.ts';
import { flagsOfType } from '#shared/guardrails/type-properties.ts';

const byPerson = ({ evidence }: Finding): boolean => evidence.some(({ kind }) => kind === 'decision');

/**
 * Why no segment is chosen by a column; null where one may be.
 * @param barred flags that nobody may be targeted by
 */
export function whyNotChosenBy(finding: Finding, barred: readonly ColumnFlag[]): SegmentColumn['why'] {
  // By its name, too: nothing is offered that only a look at its values would clear.
  if (hasFlag(finding, barred) || flagsOfType(finding.type).some((flag) => barred.includes(flag))) return 'barred';
  if (finding.class === 'linked' || finding.flags.includes('online_identifier') || personIds.includes(finding.type))
    return 'names-people';
  if ((finding.type === 'unknown' || isUndecided(finding)) && !byPerson(finding)) return 'undecided';
  return null;
}
