import { shortName } from '../names.ts';
import { count, counted, moment } from '../numbers.ts';

const times = (many: number): string => (many === 1 ? 'once' : `${count(many)} times`);

const revealed: Record<string, string> = {
  'value.revealed': 'Values shown in the clear',
  'token.looked-up': 'Tokens turned back',
  'value.deciphered': 'Values deciphered',
  'file.looked-into': 'Files looked into',
};

/** The register of keys on the Settings screen. */
export const keysWindowText = {
  title: 'Keys',
  help: 'Which keys there are and what was written with them; no key is shown. Data lie sealed while the workspace is closed.',
  facts: {
    workspace: 'Key of the workspace',
    passphrase: 'Passphrase changed',
    recovery: 'Recovery key renewed',
    ledger: 'Key of the consent ledger',
    sealed: 'Datasets under seal',
    notKnown: 'Not known',
  },
  since: (keyId: string, since: string | null) => `${keyId}${since === null ? '' : `, since ${moment(since)}`}`,
  never: 'never',
  at: moment,
  inUse: (since: string) => `in use since ${moment(since)}`,
  notUsed: 'not in use',
  sealed: (datasets: number, missing: number) =>
    `${count(datasets - missing)} of ${count(datasets)}${missing === 0 ? '' : `; of ${counted(missing, 'dataset')} the sealed file is missing`}`,
  notKnown: (certificates: number) =>
    `what ${counted(certificates, 'release')} used, whose certificate is gone or is another one`,
  table: 'Keys of pseudonyms',
  columns: { name: 'Purpose or name', since: 'Since', change: 'Change by', written: 'Written with it', act: 'Change' },
  none: 'No pseudonym was written yet.',
  files: (names: readonly string[]) =>
    names.length === 0
      ? 'nothing'
      : names.slice(0, 3).map(shortName).join(', ') + (names.length > 3 ? ` and ${names.length - 3} more` : ''),
  by: (day: string | null) => (day === null ? 'not due' : day),
  change: 'Change',
  changeOf: (title: string) => `Change the key of ${title}`,
  dialog: {
    title: (title: string) => `Change the key of ${title}?`,
    whole:
      'From now on people get other pseudonyms. What was written keeps its own and joins nothing that is written from now on. It cannot be taken back.',
    reason: 'Reason',
    confirm: 'Change key',
  },
  changed: (title: string) => `The key of ${title} was changed.`,
  revealedTitle: 'Looked at in the clear',
  revealed: (kind: string, many: number, last: string) =>
    `${revealed[kind] ?? kind}: ${times(many)}, last on ${moment(last)}`,
};
