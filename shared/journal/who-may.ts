import type { OperatorRole } from '#shared/domain/operator.ts';
import type { EntryKind } from './entry-kinds/index.ts';

/** What is done by an entry: looking and what the program enters by itself, writing, reviewing, approving. */
export type Deed = 'look' | 'write' | 'review' | 'approve';

/** The roles that may do it. */
export const rolesFor: Record<Deed, readonly OperatorRole[]> = {
  look: ['reader', 'reviewer', 'author', 'approver'],
  write: ['author', 'approver'],
  review: ['reviewer', 'approver'],
  approve: ['approver'],
};

/**
 * What kind of deed each entry stands for: whoever may not do it cannot write the entry. Where an approver enters
 * something about somebody else that people may enter about themselves, the use case says so.
 */
export const deedOf: Record<EntryKind, Deed> = {
  'workspace.created': 'approve',
  'workspace.saved': 'approve',
  'workspace.deleted': 'approve',
  'workspace.migrated': 'look',
  'policy.changed': 'approve',
  'policy.overridden': 'approve',
  'policy.reset': 'approve',
  'operator.changed': 'approve',
  'operator.added': 'approve',
  'operator.role-changed': 'approve',
  'operator.left': 'look',
  'operator.recovered': 'look',
  'dataset.imported': 'write',
  'dataset.joined': 'write',
  'dataset.provenance-set': 'write',
  'dataset.deleted': 'write',
  'dataset.rewritten': 'write',
  'edition.checked': 'look',
  'classification.suggested': 'write',
  'classification.decided': 'write',
  'codebook.imported': 'write',
  'purpose.saved': 'write',
  'purpose.people-listed': 'write',
  'consent.recorded': 'write',
  'consent.people-listed': 'write',
  'consent.calendar-exported': 'look',
  'consent.checked': 'look',
  'fairness.audited': 'look',
  'fairness.exported': 'look',
  'recipe.saved': 'write',
  'record.drafted': 'write',
  'record.discarded': 'write',
  'record.sent': 'write',
  'record.returned': 'review',
  'record.approved': 'approve',
  'record.retired': 'approve',
  'release.announced': 'write',
  'release.written': 'write',
  'release.refused': 'write',
  'release.cleared': 'write',
  'release.deleted': 'write',
  'tables.released': 'write',
  'tables.refused': 'write',
  'segments.exported': 'write',
  'file.looked-into': 'write',
  'token.looked-up': 'write',
  'token.forgotten': 'write',
  'value.deciphered': 'write',
  'subject.searched': 'look',
  'subject.exported': 'write',
  'subject.erased': 'write',
  'subject.rectified': 'write',
  'suppression.added': 'write',
  'value.revealed': 'look',
  'value.searched': 'look',
  'value.counted': 'look',
  'dictionary.exported': 'look',
  'inventory.exported': 'look',
  'evidence.exported': 'look',
  'principles.evaluated': 'look',
  'register.exported': 'look',
  'assessment.exported': 'look',
  'notice.exported': 'look',
  'register.imported': 'write',
  'setting.changed': 'write',
  'job.interrupted': 'look',
  'key.created': 'approve',
  'key.passphrase-changed': 'look',
  'key.recovery-renewed': 'approve',
  'key.recovery-used': 'look',
  'clock.set-back': 'look',
  'checkpoint.head-repaired': 'look',
  'checkpoint.rolled-back': 'look',
  'cosigner.registered': 'approve',
  'head.countersigned': 'look',
  'head.stamped': 'look',
};

/** Whether somebody of this role may write an entry of this kind. */
export const mayWrite = (role: OperatorRole, kind: EntryKind): boolean => rolesFor[deedOf[kind]].includes(role);
