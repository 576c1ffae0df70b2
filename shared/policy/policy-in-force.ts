import type { PolicyOverride } from '#shared/domain/policy-override.ts';
import type { PolicyRow } from './policy-row.ts';

/** What holds of one subject, by which row, and who decided otherwise for the workspace. */
export interface PolicyRuling {
  id: string;
  subject: string;
  /** The override's value where there is one, else the row's. */
  value: number;
  /** The shipped row; that of `*` where the subject has none of its own. */
  row: PolicyRow;
  override: PolicyOverride | null;
}

/** The row's name for people and scripts: `identifier-lifetime.cookie_id`; for everybody else just `targeting-age`. */
export const policyKey = (id: string, subject: string): string => (subject === '*' ? id : `${id}.${subject}`);

/** The newest row that is valid on a day. */
const validOn = (rows: readonly PolicyRow[], onDate: string): PolicyRow | undefined =>
  rows.filter(({ validFrom }) => validFrom !== null && validFrom <= onDate).at(-1);

/**
 * The shipped row of one topic that holds of a subject on a day: its own, else that of `*`. Of a day before any row the
 * first one holds, so that data older than a rule is not without one. Pending rows never hold.
 * @param onDate YYYY-MM-DD
 * @returns null where there is neither
 */
export function rowInForce(rows: readonly PolicyRow[], subject: string, onDate: string): PolicyRow | null {
  const of = (wanted: string): PolicyRow[] =>
    rows
      .filter((row) => row.subject === wanted && !row.pending)
      .toSorted((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1));
  const [own, others] = [of(subject), of('*')];
  return validOn(own, onDate) ?? validOn(others, onDate) ?? others[0] ?? own[0] ?? null;
}

/**
 * What holds of a subject on a day: a workspace's override where it has one, of the subject or of the row that stands
 * for it, else the shipped row.
 * @param rows those of one topic
 * @param onDate YYYY-MM-DD
 */
export function rulingOn(
  rows: readonly PolicyRow[],
  subject: string,
  onDate: string,
  overrides: readonly PolicyOverride[],
): PolicyRuling | null {
  const row = rowInForce(rows, subject, onDate);
  if (row === null) return null;
  const overridden = (wanted: string): PolicyOverride | undefined =>
    overrides.find(({ key }) => key === policyKey(row.id, wanted));
  const override = overridden(subject) ?? overridden(row.subject) ?? null;
  return { id: row.id, subject, value: override?.value ?? row.value, row, override };
}
