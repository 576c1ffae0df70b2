import type { OperatorRole } from '#shared/domain/operator.ts';

/** What a role is called: “Ada, author”, “works here as author”. */
export const roleNames: Record<OperatorRole, string> = {
  author: 'author',
  reviewer: 'reviewer',
  approver: 'approver',
  reader: 'reader',
};

/** What each role does, for whoever gives one. */
export const roleHelp: Record<OperatorRole, string> = {
  author: 'imports, decides, drafts and releases',
  reviewer: 'comments and sends back',
  approver: 'does all of it, approves what others wrote, and says who works here',
  reader: 'looks, verifies and hands out evidence; changes nothing',
};

/** Who works here, as the title bar and lists say it. */
export const operatorWithRole = (name: string, role: OperatorRole): string => `${name}, ${roleNames[role]}`;
