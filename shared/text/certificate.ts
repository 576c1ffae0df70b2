import { counted, count, moment } from './numbers.ts';

/** What checking a certificate finds. */
export const certificateCheckText = {
  fromFuture: 'The certificate was written by a newer version of Custos; check it with that version.',
  noCertificate: (field: string) =>
    `This is no Custos certificate: the field "${field}" is missing, unknown or not of its kind.`,
  unsigned: 'The certificate is not signed: it was made without a workspace.',
  changed: 'The signature does not fit the certificate: something in it was changed after it was signed.',
  otherKey: 'The certificate was signed with another key than that of the workspace.',
  otherFile: 'The released file is not the one the certificate vouches for: its SHA-256 differs.',
};

/** The certificate as a page to print. */
export const certificatePageText = {
  title: (file: string) => `Certificate of ${file}`,
  made: (organisation: string, at: string) =>
    organisation === '' ? `Made with Custos, ${at}` : `${organisation} · made with Custos, ${at}`,
  mayBeCalled: 'May be called',
  facts: {
    file: 'File',
    rows: 'Rows',
    k: 'Smallest group (k)',
    unique: 'Unique rows',
    target: 'Target',
    counted: 'Counted over',
    sha: 'SHA-256',
    bytes: 'Bytes',
    operator: 'Operator',
    purpose: 'Purpose',
    recipient: 'Recipient',
    order: 'Order of the rows',
    plan: 'Hash of the plan',
    key: 'Signing key',
    version: 'Certificate format',
  },
  sections: {
    output: 'The written file',
    measured: 'Measured in the written file',
    source: 'Source',
    tests: 'The three questions of WP216',
    policy: 'Policy rows that decided',
    columns: 'Columns of the file',
    checks: 'Checks',
    proof: 'Proof',
  },
  heads: {
    column: 'Column',
    treatment: 'Treatment',
    from: 'From',
    test: 'Question',
    result: 'Answer',
    detail: 'What was measured',
    check: 'Check',
    verdict: 'Answer',
    message: 'Finding',
    source: 'Source',
    row: 'Row',
    value: 'Value',
    set: 'Set by the workspace',
  },
  asShipped: 'no: as shipped',
  setOtherwise: ({ by, at, reason }: { by: string; at: string; reason: string }, shipped: string) =>
    `${by}, ${moment(at)}, in place of ${shipped}: ${reason}`,
  none: 'no column',
  notNamed: 'not named',
  notCounted: 'not counted by this version of the certificate',
  unsigned: 'not signed',
  signed: 'The signature fits: nothing in this certificate was changed.',
  broken: 'THE SIGNATURE DOES NOT FIT. Do not rely on this certificate.',
  ofRows: (part: number, whole: number) => `${count(part)} of ${counted(whole, 'row')}`,
  targetK: (k: number, limit: string) => `k ${count(k)}, at most ${limit} of the rows left out`,
  results: { pass: '✓ passed', fail: '✕ failed', 'not-assessed': '? not assessed' } as Record<string, string>,
  verdicts: { pass: '✓ passed', warn: '! needs you', block: '✕ blocked' } as Record<string, string>,
  orders: { shuffled: 'shuffled', kept: 'as in the source' } as Record<string, string>,
  foot:
    'This page was written from the certificate that is kept with the release and beside the file. That certificate, ' +
    'not this page, carries the signature.',
};
