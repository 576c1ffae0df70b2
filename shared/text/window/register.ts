import type { EntryKind } from '#shared/journal/entry-kinds/index.ts';
import { clock, count, counted } from '../numbers.ts';

/** What each kind of entry is called, in plain words. */
const kinds: Record<EntryKind, string> = {
  'workspace.created': 'Workspace made',
  'workspace.saved': 'Workspace saved for good',
  'workspace.deleted': 'Workspace deleted',
  'workspace.migrated': 'Workspace brought up to date',
  'dataset.imported': 'Dataset imported',
  'dataset.joined': 'Datasets joined',
  'dataset.deleted': 'Dataset deleted',
  'dataset.provenance-set': 'Origin of a dataset stated',
  'classification.suggested': 'Columns classified',
  'classification.decided': 'Decision on columns',
  'policy.changed': 'Policy changed',
  'policy.overridden': 'Policy row set otherwise',
  'policy.reset': 'Policy row as shipped again',
  'operator.changed': 'Operator changed',
  'operator.added': 'Operator added',
  'operator.role-changed': 'Role of an operator changed',
  'operator.left': 'Operator left',
  'operator.recovered': 'Operator’s key made anew',
  'purpose.saved': 'Purpose saved',
  'purpose.people-listed': 'People to ask again listed',
  'consent.recorded': 'Consent entered',
  'consent.people-listed': 'People to ask again listed by the ledger',
  'consent.calendar-exported': 'Calendar of ending consents written',
  'consent.checked': 'Consent checked',
  'fairness.audited': 'Selection audited by groups',
  'fairness.exported': 'Audit of a selection saved',
  'recipe.saved': 'Recipe saved',
  'record.drafted': 'Draft of a record written',
  'record.discarded': 'Draft of a record discarded',
  'record.sent': 'Record sent for review',
  'record.returned': 'Record sent back',
  'record.approved': 'Record approved',
  'record.retired': 'Record retired',
  'release.announced': 'Release about to be written',
  'release.cleared': 'Release cut off and cleared',
  'release.written': 'Release written',
  'release.refused': 'Release refused',
  'release.deleted': 'Release record deleted',
  'edition.checked': 'Guardrails held against the edition before',
  'segments.exported': 'Segments exported',
  'value.revealed': 'Personal value revealed',
  'value.searched': 'Masked column searched',
  'value.counted': 'Values of a masked column counted',
  'file.looked-into': 'Rows of a file shown before its import',
  'dictionary.exported': 'Data dictionary exported',
  'inventory.exported': 'Tracking inventory exported',
  'register.exported': 'Register of processing exported',
  'assessment.exported': 'Impact assessment exported',
  'notice.exported': 'Notice exported',
  'register.imported': 'Register of processing imported',
  'codebook.imported': 'Codebook brought in',
  'evidence.exported': 'Evidence exported',
  'principles.evaluated': 'Principles looked at',
  'key.created': 'Keys made',
  'key.passphrase-changed': 'Passphrase changed',
  'key.recovery-renewed': 'Recovery key made anew',
  'key.recovery-used': 'Opened with the recovery key',
  'setting.changed': 'Setting changed',
  'job.interrupted': 'Job cut off by a crash',
  'clock.set-back': 'Clock of this machine set back',
  'checkpoint.head-repaired': 'Signed head repaired',
  'checkpoint.rolled-back': 'Older register found',
  'cosigner.registered': 'Key for countersignatures registered',
  'head.countersigned': 'Head countersigned',
  'head.stamped': 'Head time-stamped',
};

/** `rowsOut` → "rows out", for the facts of an entry. */
const words = (key: string): string =>
  key
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/sha 256|Sha256/gi, 'SHA-256')
    .toLowerCase()
    .replace('sha-256', 'SHA-256');

/** Sentences of the Register screen. */
export const registerText = {
  title: 'Register',
  note: 'What is processed and on which ground, and everything that was done. No entry holds a personal value.',
  tabs: {
    activities: 'Activities',
    differences: 'Data say',
    history: 'History',
    heads: 'Heads',
    purposes: 'Purposes',
    data: 'Data use',
    recipients: 'Recipients',
    transfers: 'Transfers',
    retention: 'Retention',
    measures: 'Measures',
    systems: 'Systems',
    assessments: 'Assessments',
    notices: 'Notices',
    organisation: 'Organisation',
  },
  /** A kind of a later version shows its own name. */
  kind: (kind: string) => (kinds as Record<string, string>)[kind] ?? kind,
  fact: words,
  verify: 'Verify now',
  holds: (entries: number, at: number) =>
    `The register verifies: ${counted(entries, 'entry', 'entries')}, each hash, the order and the signed head ` +
    `checked at ${clock(at)}.`,
  broken: (problems: number) => `The register does not verify: ${counted(problems, 'problem')} found`,
  brokenAt: (seq: number, detail: string) => `First at entry ${count(seq)}. ${detail}`,
  brokenWhole: (detail: string) => detail,
  showEntry: (seq: number) => `Show entry ${count(seq)}`,
  evident:
    'Tamper-evident, not tamper-proof: a changed, removed, reordered or inserted entry is found and pointed at, as ' +
    'long as one signed head is kept outside the file. Somebody who lies when writing an entry is not found.',
  clockSaid: (moment: string) => `${moment} (clock set back)`,
  closed: {
    title: 'The register of a workspace',
    sentence:
      'Open a workspace or a dataset: from then on everything that is done is entered here, chained and signed.',
    open: 'Open dataset',
    sample: 'Try the sample',
  },
  detail: {
    heading: (seq: number) => `Entry ${count(seq)}`,
    when: 'When',
    clock: 'The clock then said',
    who: 'Who',
    about: 'About',
    proof: 'Ids and hashes',
    subject: 'Id of what it is about',
    leaf: 'Hash of this entry',
    previous: 'Hash of the one before',
    payload: 'What it says',
    decisions: (many: number) => counted(many, 'column'),
    yes: 'yes',
    no: 'no',
    choose: 'Choose an entry to read it.',
  },
};
