import type { workspaceEntries } from '#shared/journal/entry-kinds/workspace.ts';
import { policyWords } from '../labels.ts';
import { moment } from '../numbers.ts';
import { because, type Sentences } from './told.ts';

const said = (value: string | number | boolean | null): string =>
  value === null || value === '' ? 'nothing' : `“${String(value)}”`;

export const workspaceSentences: Sentences<keyof typeof workspaceEntries> = {
  'workspace.created': ({ who, said: { organisation, temporary } }) =>
    `${who} made this workspace${organisation === '' ? '' : ` for ${organisation}`}` +
    `${temporary ? '; it was temporary then' : ''}.`,
  'workspace.saved': ({ who, said: { organisation } }) =>
    `${who} saved the temporary workspace for good${organisation === '' ? '' : `, for ${organisation}`}.`,
  'workspace.deleted': ({ who, said: { name, reason } }) =>
    because(`${who} deleted the workspace ${name} from the machine on which this was entered`, reason),
  'workspace.migrated': ({ said: { from, to, backup } }) =>
    `The workspace was brought from form ${from} to form ${to}; a copy of before is kept as ${backup}.`,
  'policy.changed': ({ who, said: { from, to, reason } }) =>
    because(`${who} changed the classification from ${policyWords[from]} to ${policyWords[to]}`, reason),
  'operator.changed': ({ said: { from, to } }) =>
    from === '' ? `${to} is named as who works here.` : `${to} works here now, in place of ${from}.`,
  'setting.changed': ({ who, said: { setting, from, to } }) =>
    `${who} changed the setting “${setting}” from ${said(from)} to ${said(to)}.`,
  'job.interrupted': ({ said: { kind, startedAt } }) =>
    `Work that began ${moment(startedAt)} (${kind}) was cut off; nothing half-written was left.`,
};
