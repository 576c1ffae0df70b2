import type { ColumnClass, ColumnFlag } from './column-class.ts';

/** The four classes a person is shown: online identifiers are one of their own, whatever the policy. */
export type ShownClass = 'linked' | 'linkable' | 'online' | 'non';
export const shownClasses: readonly ShownClass[] = ['linked', 'linkable', 'online', 'non'];

/** The class as a person is shown it. */
export const shownClass = (finding: { class: ColumnClass; flags: readonly ColumnFlag[] }): ShownClass =>
  finding.flags.includes('online_identifier') ? 'online' : finding.class === 'non_pii' ? 'non' : finding.class;
