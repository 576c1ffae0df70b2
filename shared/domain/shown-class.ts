import type { ColumnClass, ColumnFlag } from './column-class.ts';
import type { Finding } from './finding.ts';
import { isUndecided } from './could-be-known.ts';

/** The four classes a person can give: online identifiers are one of their own, whatever the policy. */
export type ShownClass = 'linked' | 'linkable' | 'online' | 'non';
export const shownClasses: readonly ShownClass[] = ['linked', 'linkable', 'online', 'non'];

/** The class as a person is shown it. */
export const shownClass = (finding: { class: ColumnClass; flags: readonly ColumnFlag[] }): ShownClass =>
  finding.flags.includes('online_identifier') ? 'online' : finding.class === 'non_pii' ? 'non' : finding.class;

/** What a column is marked with: its class, or that nobody knows it yet, which looks like none of them. */
export type ColumnMark = ShownClass | 'undecided';
export const columnMark = (finding: Pick<Finding, 'class' | 'flags' | 'undecided'>): ColumnMark =>
  isUndecided(finding) ? 'undecided' : shownClass(finding);
