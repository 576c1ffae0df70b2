import type { OperatorRole } from '#shared/domain/operator.ts';
import { listed, moment } from '../numbers.ts';
import { roleHelp, roleNames } from '../operators.ts';

/** People at work, on the Settings screen. */
export const operatorsWindowText = {
  title: 'People at work',
  alone:
    'One person works here. With a second one, each signs what they do with a key that only their own passphrase opens, ' +
    'and approves what others wrote.',
  several: 'Each signs what they do with a key that only their own passphrase opens.',
  temporary: 'A temporary workspace has one operator. Save it first.',
  forApprovers: (names: readonly string[]) => `Adding people and changing roles is for approvers: ${listed(names)}.`,
  table: 'Operators',
  columns: ['Name', 'Role', 'Since', 'Change'],
  you: (name: string) => `${name} (you)`,
  left: (role: string, at: string) => `${role}, left ${moment(at)}`,
  add: 'Add operator…',
  changeRole: 'Change role',
  changeRoleOf: (name: string) => `Change role of ${name}`,
  leave: 'Enter as left',
  leaveOf: (name: string) => `Enter as left: ${name}`,
  role: (role: OperatorRole) => `${roleNames[role]}: ${roleHelp[role]}`,
  dialog: {
    add: 'Add an operator',
    addWhy: 'Let them sit here and type a passphrase of their own: it opens the workspace for them, and their key.',
    ownWhy: 'You become an approver with a key of your own, sealed by the passphrase that opens the workspace today.',
    name: 'Name',
    role: 'Role',
    own: 'Your own passphrase',
    passphrase: 'Their passphrase',
    again: 'Their passphrase, once more',
    addButton: 'Add',
    roleTitle: (name: string) => `Change the role of ${name}`,
    roleButton: 'Change role',
    leaveTitle: (name: string) => `${name} works here no more?`,
    leaveWhy: 'What they did stays, signed by them. Their passphrase opens nothing any more.',
    leaveButton: 'Enter that they left',
    reason: 'Reason',
  },
};
