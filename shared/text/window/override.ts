import type { OperatorRole } from '#shared/domain/operator.ts';
import { counted } from '../numbers.ts';
import { operatorWithRole, roleNames } from '../operators.ts';

/** Releasing in spite of a block, on the Release screen. */
export const overrideWindowText = {
  open: 'Release all the same…',
  title: (id: string) => `Release in spite of ${id}?`,
  staysBlocked:
    'It stays a block: certificate, register and history say that it was released all the same, by whom and why.',
  reason: 'Why',
  noNames: 'Kept for good in certificate and register: name no private person.',
  signs: (name: string, role: OperatorRole | null) =>
    role === null
      ? `Signed by ${name === '' ? 'whoever works here; nobody is named' : name}. Nobody else works in this workspace.`
      : `Signed by ${operatorWithRole(name, role)}.`,
  keep: 'Keep for the next Run',
  kept: (reason: string) => `The next Run releases all the same, because: ${reason}`,
  takeBack: (id: string) => `Take back the reason for ${id}`,
  saveFirst: 'Save the workspace first: its register has to keep who did it and why.',
  forApprovers: (role: OperatorRole) => `You work here as ${roleNames[role]}; it takes an approver.`,
  readOnly: 'The workspace is read-only: nothing can be released from it.',
  allOverridden: (many: number) =>
    `${counted(many, 'block')} would be overridden by the next Run. ${many === 1 ? 'It stays' : 'They stay'} in the ` +
    'certificate and the register.',
};
