import type { Finding } from '#shared/domain/finding.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import type { ColumnProfile } from '#shared/domain/profile.ts';
import type { SwappedDates } from '#engine/facts/read-date.ts';

/** A column as checks of quality take it: what it holds, and how full it is. */
export interface CheckedColumn {
  name: string;
  physical: string;
  finding: Finding;
  profile: ColumnProfile;
  /** Its values are days or moments, by its type or by how they are written. */
  isDate: boolean;
  /** How its days between slashes or dashes are read. */
  order: SwappedDates;
}

const datedType = /(^|_)(date|timestamp)(_|$)/;

function orderOf({ dateForms }: ColumnProfile): SwappedDates {
  const [form, ...others] = dateForms;
  if (form === undefined || others.length > 0) return 'neither';
  if (form === 'd/m/y' || form === 'd-m-y') return 'day-first';
  return form === 'm/d/y' || form === 'm-d-y' ? 'month-first' : 'neither';
}

/** Columns that have a finding and a profile, in file order. */
export function checkedColumns(
  columns: readonly SourceColumn[],
  findings: readonly Finding[],
  profiles: readonly ColumnProfile[],
): CheckedColumn[] {
  const found = new Map(findings.map((finding) => [finding.name, finding]));
  const measured = new Map(profiles.map((profile) => [profile.name, profile]));
  return columns.flatMap(({ name, physical }) => {
    const finding = found.get(name);
    const profile = measured.get(name);
    if (finding === undefined || profile === undefined) return [];
    const written = profile.valueType === 'date' || profile.valueType === 'timestamp';
    const isDate = written || finding.flags.includes('timestamp') || datedType.test(finding.type);
    return [{ name, physical, finding, profile, isDate, order: orderOf(profile) }];
  });
}

export const filledRows = ({ profile }: CheckedColumn): number => profile.rows - profile.nulls;

/** Share (0..1) of the filled rows that differ in it; 0 where none is filled. */
export const differing = (column: CheckedColumn): number =>
  filledRows(column) === 0 ? 0 : column.profile.distinct / filledRows(column);
