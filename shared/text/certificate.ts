import type { DatasetRewrites, RewriteCause, RewrittenSince } from '#shared/domain/rewrites.ts';
import type { GuardOverridden } from '#shared/domain/guardrail.ts';
import { releasedSentence } from './guardrails/overrides.ts';
import type { NeighbouringRelation, NoiseMechanism } from '#shared/domain/privacy-spend.ts';
import { counted, count, listed, moment } from './numbers.ts';

/** How wide the noise of a figure is, as a certificate has it. */
interface FigureTold {
  kind: 'people' | 'sum' | 'told' | 'mean';
  low: string | null;
  high: string | null;
  step: string | null;
  most: string | null;
  scale: string | null;
  within: string | null;
}

const mechanisms: Record<NoiseMechanism, string> = {
  'discrete-laplace': 'discrete Laplace noise',
  'discrete-gaussian': 'discrete Gaussian noise',
  'noisy-tree': 'a tree of noisy tables',
};

/** What checking a certificate finds. */
export const certificateCheckText = {
  fromFuture: 'The certificate was written by a newer version of Custos; check it with that version.',
  noCertificate: (field: string) =>
    `This is no Custos certificate: the field "${field}" is missing, unknown or not of its kind.`,
  unsigned: 'The certificate is not signed: it was made without a workspace.',
  changed: 'The signature does not fit the certificate: something in it was changed after it was signed.',
  otherKey: 'The certificate was signed with another key than that of the workspace.',
  otherFiles: (names: readonly string[]) =>
    `Not the files that the certificate vouches for, because their SHA-256 differs: ${listed(names)}.`,
  otherFile: 'The released file is not the one the certificate vouches for: its SHA-256 differs.',
};

const causes: Record<RewriteCause, (times: number) => string> = {
  erasure: (times) => counted(times, 'erasure'),
  rectification: (times) => counted(times, 'rectification'),
  retention: (times) => counted(times, 'retention run'),
};

/** How the source of a release was rewritten, before it and after. */
export const certificateSourceText = {
  name: 'Rewritten since its import',
  rewrites: ({ times, lastAt, rows, cells, rejectedRows }: DatasetRewrites) =>
    `${counted(times, 'time')}, last on ${moment(lastAt)}: ${counted(rows, 'row')} and ` +
    `${counted(rejectedRows, 'rejected row')} taken out, ${counted(cells, 'cell')} changed`,
  /** The file holds what was taken out of its source afterwards. */
  rewrittenSince: ({ times, lastAt, registerEntry, causes: why }: RewrittenSince) =>
    `The source of this release was rewritten ${counted(times, 'time')} after it ` +
    `(${listed(why.map((one) => (one.cause === null ? `${one.times} for a reason in its entry` : causes[one.cause](one.times))))}), ` +
    `last on ${moment(lastAt)} by entry ${registerEntry}. What was taken out or put right then stands in the file as it ` +
    'was before.',
};

/** A certificate that is read from a file. */
export const certificateFileText = {
  unreadable: (file: string) => `The certificate ${file} is not there or cannot be read.`,
  noJson: (file: string) =>
    `${file} is no certificate: it is not JSON. Give the file that Custos wrote beside the release.`,
  refused: (file: string, why: string) => `${file} cannot be used. ${why}`,
};

/** A decimal of which a reader needs three digits. */
const short = (decimal: string): string => String(Number(Number(decimal).toPrecision(3)));

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
    entry: 'Register entry',
    entryHash: 'Hash of that entry',
    plan: 'Hash of the plan',
    key: 'Signing key',
    version: 'Certificate format',
    behind: 'People behind a class',
  },
  sections: {
    output: 'The written file',
    measured: 'Measured in the written file',
    source: 'Source',
    population: 'Table of the population (k-map)',
    tests: 'The three questions of WP216',
    attacks: 'Attacks on it',
    policy: 'Policy rows that decided',
    models: 'Privacy models',
    unmeasured: 'What was not measured',
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
    model: 'Model',
    wanted: 'Wanted',
    set: 'Set by the workspace',
  },
  behind: ({ people, counts, k, least }: { people: number; counts: 'rows' | 'people'; k: number; least: number }) =>
    `${count(least)} of ${count(people)} people in the class with fewest (${count(k)} wanted; ` +
    `${counts === 'rows' ? 'each row is a person' : 'counted by the column that tells people apart'})`,
  asShipped: 'no: as shipped',
  setOtherwise: ({ by, at, reason }: { by: string; at: string; reason: string }, shipped: string) =>
    `${by}, ${moment(at)}, in place of ${shipped}: ${reason}`,
  allClasses: 'all classes',
  entry: (seq: number) => `No. ${count(seq)}`,
  countedIn: (counts: 'rows' | 'people', columns: string) => `${columns}, in ${counts}`,
  outsiderUnmeasured: 'How many rows stand alone over all columns: this version of the certificate did not count it.',
  earlierUnknown: 'Whether it joins an earlier release of the same source: none is known without a register.',
  earlierUnmeasured: (output: string, why: string) => `Whether it joins the earlier release ${output}: ${why}.`,
  editionUncompared: (output: string, why: string) =>
    `Whether it points at people together with ${output}, of another edition: ${why}.`,
  unasked: (question: string) => `${question}: nobody could tell.`,
  failedCast: (column: string, step: number, rows: number) =>
    `${counted(rows, 'value')} of ${column} that step ${step} could not read: they are empty in the file.`,
  leftOut: {
    new: (columns: readonly string[]) =>
      `Not in the file, because the recipe was not made for a source that has them: ${listed(columns)}.`,
    unnamed: (columns: readonly string[]) => `Not in the file, because they have no name: ${listed(columns)}.`,
    unrecognised: (columns: readonly string[]) =>
      `Not in the file, because nobody knows what they hold: ${listed(columns)}.`,
  },
  none: 'no column',
  howMany: 'how many people, or a sum or mean over them',
  notNamed: 'not named',
  notCounted: 'not counted by this version of the certificate',
  unsigned: 'not signed',
  signed: 'The signature fits: nothing in this certificate was changed.',
  broken: 'THE SIGNATURE DOES NOT FIT. Do not rely on this certificate.',
  ofRows: (part: number, whole: number) => `${count(part)} of ${counted(whole, 'row')}`,
  spent: {
    name: 'Noise',
    togetherName: 'With earlier releases',
    here: (mechanism: NoiseMechanism, neighbouring: NeighbouringRelation, epsilon: string, delta: string) =>
      `ε ${short(epsilon)}, δ ${delta} (${mechanisms[mechanism]}), for one ` +
      `${neighbouring === 'add-or-remove-person' ? 'person' : 'row'} more or less`,
    figure: ({ kind, low, high, step, most, scale, within }: FigureTold) => {
      if (kind === 'mean')
        return 'the noisy sum over the noisy number; between what it lies, 95 times in 100, stands beside it';
      const clipped = kind === 'sum' ? `of each person clipped to [${low}, ${high}] and rounded to ${step}; ` : '';
      return `± ${within} 95 times in 100 (${clipped}one person changes it by at most ${most}; noise of scale ${scale === null ? '' : short(scale)})`;
    },
    together: (releases: number, epsilon: string, delta: string) =>
      `${counted(releases, 'release')} of these people: ε ${short(epsilon)}, δ ${delta}`,
  },
  targetK: (k: number, limit: string) => `k ${count(k)}, at most ${limit} of the rows left out`,
  results: { pass: '✓ passed', fail: '✕ failed', 'not-assessed': '? not assessed' } as Record<string, string>,
  verdicts: { pass: '✓ passed', warn: '! needs you', block: '✕ blocked' } as Record<string, string>,
  overridden: (overridden: GuardOverridden, message: string) =>
    `${releasedSentence(overridden)} (${moment(overridden.at)}) ${message}`,
  orders: { shuffled: 'shuffled', kept: 'as in the source' } as Record<string, string>,
  foot:
    'This page was written from the certificate that is kept with the release and beside the file. That certificate, ' +
    'not this page, carries the signature.',
};
