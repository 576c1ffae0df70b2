/** Sentences of the Settings screen. */
export const settingsText = {
  title: 'Settings',
  appearance: 'Appearance',
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  workspace: 'Workspace',
  noWorkspace: 'Open or make a workspace to change its operator, policy and passphrase.',
  facts: {
    name: 'Name',
    organisation: 'Organisation',
    operator: 'Operator',
    made: 'Made',
    kind: 'Kind',
    temporary: 'Temporary: wiped when you close it',
    lasting: 'Kept on disk, data sealed while closed',
    readOnly: 'Open for reading only',
  },
  none: 'not named',
  operator: 'Operator',
  operatorHelp: 'Named in every register entry made from now on.',
  save: 'Save',
  saved: 'Saved.',
  policy: 'Online identifiers (GDPR Recital 30)',
  policyHelp:
    'Whether IP addresses, cookies and device ids count as personal data. The switch holds for the whole workspace ' +
    'and is recorded with its reason.',
  passphrase: 'Change passphrase',
  passphraseTemporary: 'A temporary workspace has no passphrase of yours. Save it first.',
  current: 'Current passphrase',
  next: 'New passphrase',
  again: 'New passphrase, once more',
  change: 'Change passphrase',
  changed: 'The passphrase was changed. The recovery key stays the same.',
  tooShort: 'Use at least 10 characters.',
  notSame: 'The two do not agree.',
  required: 'Type the current passphrase.',
  danger: 'Delete workspace',
  dangerHelp:
    'Deletes the workspace with its register, sealed data and release records for good. Exported files stay where ' +
    'they are.',
  delete: 'Delete workspace…',
  deleteTitle: (name: string) => `Delete ${name}?`,
  deleteConfirm: 'Delete for good',
  deleteReason: 'Why it is deleted',
  deleteType: (name: string) => `Type ${name} to confirm`,
  about: 'About',
  aboutFacts: {
    version: 'Custos',
    electron: 'Electron',
    chromium: 'Chromium',
    node: 'Engine: Node',
    duckdb: 'DuckDB',
    sqlite: 'SQLite',
    sandbox: 'Sandbox of the window',
  },
  sandboxed: 'on',
  notSandboxed: 'off: started as root',
  evaluation:
    'This is an evaluation runtime: an older Electron for trying the product where the current one cannot be ' +
    'downloaded. Do not use it for real customer data.',
  promises: 'What Custos promises, and what not',
  promise: [
    'Nothing leaves this machine: no network, no telemetry, no update check.',
    'Every number of a release is counted again from the written file.',
    'While a workspace is closed, no imported value lies on the disk in the clear. While it is open, the working ' +
      'copy lies in a private folder; use disk encryption for that.',
  ],
  notPromise: [
    'The register is tamper-evident, not tamper-proof: it shows changes, it does not prevent them.',
    'k-anonymity protects against singling out by the columns it covers. Whether a release is anonymous under the ' +
      'law is a judgement that also weighs what else others know.',
    'Hashed identifiers stay personal data. Custos calls them pseudonymised.',
  ],
  notices: 'Licences of what is shipped',
  noticesTitle: 'Third-party notices',
};
