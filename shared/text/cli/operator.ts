import type { OperatorRole } from '#shared/domain/operator.ts';
import { roleHelp, roleNames } from '../operators.ts';

const roles = (Object.keys(roleHelp) as OperatorRole[]).map((role) => `${role}: ${roleHelp[role]}`).join('; ');

/** `custos operator list`, `add`, `role`, `leave`, `passphrase` and `recover`. */
export const operatorCommandText = {
  description: 'people at work in a workspace: each has a role, and a key that their own passphrase opens',
  name: 'the operator’s name',
  reason: 'why: kept in the register',
  role: roles,
  list: {
    description: 'who works here, and who did; needs no passphrase',
    columns: ['name', 'role', 'since', 'left'],
    nobody: 'No operators are registered: one person works here, with the workspace’s own key.',
    examples: ['custos operator list --workspace Acme.custos'],
  },
  add: {
    description: 'adds somebody, who types a passphrase of their own; whoever was alone becomes an approver',
    added: (name: string, role: OperatorRole) => `${name} works here as ${roleNames[role]} now.`,
    examples: ['custos operator add "Bo Berg" --role approver --workspace Acme.custos --operator "Ada Officer"'],
  },
  setRole: {
    description: 'gives somebody another role',
    done: (name: string, role: OperatorRole) => `${name} is ${roleNames[role]} now.`,
    examples: ['custos operator role "Bo Berg" --role author --reason "joins the analysts" --workspace Acme.custos'],
  },
  leave: {
    description: 'somebody works here no more; what they did stays',
    done: (name: string) => `${name} works here no more.`,
    examples: ['custos operator leave "Bo Berg" --reason "new job" --workspace Acme.custos'],
  },
  passphrase: {
    description: 'changes the passphrase of whoever works here',
    done: (name: string) => `The passphrase of ${name} was changed. The recovery key stays the same.`,
    examples: ['custos operator passphrase --workspace Acme.custos --operator "Bo Berg"'],
  },
  recover: {
    description: 'gives somebody whose passphrase is lost a new one, and a new key, by the recovery key',
    recoveryKeyFile: 'file holding the recovery key',
    done: (name: string) => `${name} has a new passphrase and a new key; the register says so.`,
    examples: ['custos operator recover "Bo Berg" --recovery-key-file key.txt --workspace Acme.custos'],
  },
};
