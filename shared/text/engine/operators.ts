import type { OperatorRole } from '#shared/domain/operator.ts';
import type { Deed } from '#shared/journal/who-may.ts';
import { listed } from '../numbers.ts';
import { roleNames } from '../operators.ts';

/** What somebody wanted to do, as the end of “may not …”. */
const deeds: Record<Deed, string> = {
  look: 'look at this workspace',
  write: 'import, decide, draft or release',
  review: 'review',
  approve: 'approve, set policy or say who works here',
};

/** Sentences about who works in a workspace: who may do what, who is let in, whose keys are there. */
export const operatorsText = {
  refused: ({ name, role }: { name: string; role: OperatorRole }, deed: Deed, whoMay: readonly string[]) =>
    `${name} works here as ${roleNames[role]} and may not ${deeds[deed]}: ` +
    `${whoMay.length === 0 ? 'nobody who works here may' : `${listed(whoMay)} may`}.`,
  sayWho: (names: readonly string[]) =>
    `Say who is working: ${listed(names)} ${names.length === 1 ? 'works' : 'work'} in this workspace (--operator NAME).`,
  noneCalled: (name: string, names: readonly string[]) =>
    names.length === 0
      ? `This workspace has no named operators, and nobody called ${name}: leave the name out.`
      : `Nobody called ${name} works in this workspace; ${listed(names)} ${names.length === 1 ? 'does' : 'do'}.`,
  hasLeft: (name: string) => `${name} does not work in this workspace any more.`,
  keysDiffer: (workspace: string, name: string) =>
    `${workspace}: the key of ${name} in keys.json is not the one that the register knows: a recovery was cut off, or ` +
    'the file was changed. Open the workspace with its recovery key, or put back a copy of keys.json.',
  keysMissing: (workspace: string) =>
    `${workspace}: the register names operators whose keys are not in keys.json. Put back a copy of this file from a ` +
    'backup of the workspace.',
  recoveryNeedsPassphrase: 'Say who you are and choose a new passphrase: the recovery key alone signs for nobody.',
  saveFirst: 'A temporary workspace has one operator. Save it first.',
  nameTaken: (name: string, taken: string) =>
    name === taken
      ? `There is an operator called ${taken}, or was one: what they did bears that name. Choose another.`
      : `“${name}” is too like ${taken}, who is an operator or was one. Choose another.`,
  nameInvalid: 'A name has 1 to 200 characters, none of which is a line break or invisible, and no space at its ends.',
  firstUnnamed: 'Name yourself first: whoever is there already becomes an operator with a name, too.',
  ownPassphrase: 'Type your own passphrase, too: it seals your key from now on, so that nobody else signs as you.',
  needsApprover: (name: string) =>
    `${name} is the only approver: make somebody else approver first, so that somebody can say who works here.`,
  alreadyHas: (name: string, role: OperatorRole) => `${name} is ${roleNames[role]} already.`,
  renamed: 'Where operators are registered a name stays: what was done bears it. Add another operator instead.',
  othersOnly: (name: string, role: OperatorRole) =>
    `${name} works here as ${roleNames[role]}: that somebody else leaves is for an approver to enter.`,
  wroteIt: (name: string, others: readonly string[]) =>
    others.length === 0
      ? `${name} wrote this version, so somebody else approves it, and nobody else here may approve: make somebody an approver.`
      : `${name} wrote this version, so somebody else approves it: ${listed(others)} may.`,
};
