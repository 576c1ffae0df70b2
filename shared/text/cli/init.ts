/** `custos init`. */
export const initText = {
  description: 'make a workspace; prints its recovery key once',
  directory: 'folder to make, NAME.custos',
  organisation: 'controller named in the register',
  operator: 'who works here; this account unless told',
  examples: ['CUSTOS_PASSPHRASE=… custos init Acme.custos --organisation "Acme Ltd"'],
  made: (path: string, policy: string, operator: string) =>
    `Made the workspace ${path} (policy ${policy}, operator ${operator}).`,
  organisationBegun: (name: string) =>
    `The record of the organisation is begun with the name “${name}”, marked as generated; a person takes it over ` +
    '(custos register record organisation).',
  recoveryKey: 'Recovery key, shown this once; write it down and keep it apart from the workspace:',
};
