import { listed } from '../numbers.ts';

/** Sentences about workspaces: creating, opening, saving, closing. */
export const workspaceText = {
  otherVersions: (names: readonly string[]) =>
    `From another version of Custos, kept as ${names.length === 1 ? 'it is' : 'they are'}, and not usable here: ` +
    `${listed(names.map((name) => `“${name}”`))}.`,
  create: 'New workspace',
  open: 'Open workspace',
  save: 'Save workspace',
  saveEllipsis: 'Save workspace…',
  close: 'Close workspace',
  menu: { create: 'New workspace…', open: 'Open workspace…', save: 'Save workspace…', close: 'Close workspace' },
  createWhy:
    'A workspace is one folder with your sealed data, your keys and the register. You can copy it and back it up ' +
    'as a whole.',
  saveWhy:
    'Keeps the data, decisions and register of this temporary workspace in a folder of your own, sealed with a ' +
    'passphrase.',
  organisation: 'Organisation (optional)',
  operator: 'Your name',
  operatorHelp: 'Stands in the register beside what you do.',
  policy: 'How online identifiers are classified',
  policyTracking: 'Customer tracking: cookies, IP addresses and device ids are a class of their own',
  policyStrict: 'GDPR strict: they count as personal data (Recital 30)',
  passphrase: 'Passphrase',
  passphraseHelp: 'At least 10 characters; several unrelated words are good. Custos itself never stores it.',
  passphraseAgain: 'Passphrase, again',
  remember: 'Remember the passphrase on this computer',
  rememberWhere: {
    keychain: 'Kept by the macOS Keychain: whoever is logged in as you can open this workspace.',
    dpapi: 'Kept encrypted by Windows: whoever is logged in as you can open this workspace.',
    'gnome-libsecret': 'Kept by your system keyring: whoever is logged in as you can open this workspace.',
    kwallet: 'Kept by KWallet: whoever is logged in as you can open this workspace.',
  },
  cannotRemember:
    'This system has no key store that really encrypts what it keeps, so the passphrase is not remembered: you are ' +
    'asked for it each time.',
  notRemembered: 'The workspace is saved, but the key store did not take the passphrase; you will be asked for it.',
  tooShort: 'Use at least 10 characters.',
  weakAccepted: 'I know that it is easy to guess; take it all the same',
  notSame: 'The two passphrases differ.',
  required: 'Please fill this in.',
  chooseFolder: 'Choose where and save',
  openTitle: (name: string) => `Open ${name}`,
  useRecovery: 'Use the recovery key instead',
  usePassphrase: 'Use the passphrase instead',
  recoveryKey: 'Recovery key',
  openButton: 'Open',
  who: 'Who is working?',
  newPassphrase: 'Your new passphrase',
  recoveryAnew:
    'Nobody can open the key that a lost passphrase seals. You get a new one; the register says so, to everybody.',
  keyTitle: 'Write down the recovery key',
  keyWhy:
    'If the passphrase is forgotten, this key opens the workspace. It is shown only now. Keep it on paper or in a ' +
    'password manager, apart from the workspace.',
  copy: 'Copy the key',
  copied: 'Copied',
  written: 'I have written it down',
  done: 'Done',
  closeTemporaryTitle: 'Close without saving?',
  closeTemporary:
    'This workspace is temporary: its data, decisions and register are wiped when it closes. Exported files stay ' +
    'where you put them.',
  unsaved: 'Something that was typed could not be saved. Stay, and it stands where it was typed.',
  closeUnsaved: 'Close without saving',
  wipe: 'Wipe and close',
  stopTitle: 'Stop what is running?',
  stopJobs: (jobs: readonly string[]) =>
    jobs.length === 1
      ? `Still running: ${jobs[0]}. It is stopped; nothing of it is kept.`
      : `Still running: ${listed(jobs)}. They are stopped; nothing of them is kept.`,
  stopAndClose: 'Stop and close',
  banner: 'This is a temporary workspace. It is wiped when you close it.',
  suggested: 'Customers.custos',
  reader:
    'You work here as reader: you can look, verify and hand out evidence. Changing anything is for authors and approvers.',
  readOnly: 'This workspace is read-only: you can look and verify, but not change it.',
};
