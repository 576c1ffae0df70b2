import { shortName } from '../names.ts';
import { counted, moment } from '../numbers.ts';

/** A thing of the catalogue that the log holds by its hash. */
export type HeldThing =
  | { what: 'decision'; column: string; dataset: string }
  | { what: 'classification' | 'dataset'; dataset: string }
  | { what: 'record'; name: string; version: string }
  | { what: 'record-draft'; name: string }
  | { what: 'consent-batch' | 'case'; name: string }
  | { what: 'purpose' | 'release' | 'setting' | 'policy-row'; name: string };

const settingNames: Record<string, string> = {
  organisation: 'organisation',
  policy: 'policy',
  operator: 'operator',
  temporary: 'mark of a temporary workspace',
  createdAt: 'day of its making',
};

const kindNames = {
  dataset: 'dataset',
  classification: 'classification of dataset',
  decision: 'decision on',
  release: 'release',
  purpose: 'purpose',
  record_version: 'record',
  record_draft: 'draft of record',
  consent_batch: 'reading into the consent ledger',
  case_record: 'sealed record',
};

const named = (thing: HeldThing): string => {
  switch (thing.what) {
    case 'decision':
      return `decision on column ${shortName(thing.column)} of dataset ${thing.dataset}`;
    case 'classification':
      return `classification of dataset ${thing.dataset}`;
    case 'dataset':
      return `record of dataset ${thing.dataset}`;
    case 'purpose':
      return `purpose “${thing.name}”`;
    case 'release':
      return `record of release ${thing.name}`;
    case 'record':
      return `version ${thing.version} of record ${thing.name}`;
    case 'record-draft':
      return `draft of record ${thing.name}`;
    case 'consent-batch':
      return `reading of ${shortName(thing.name)} into the consent ledger`;
    case 'case':
      return `sealed record ${thing.name}`;
    case 'policy-row':
      return `workspace’s own value of policy row ${thing.name}`;
    default:
      return `workspace’s ${settingNames[thing.name] ?? thing.name}`;
  }
};

/** What makes it right again. */
const remedy = (thing: HeldThing): string => {
  switch (thing.what) {
    case 'decision':
      return 'Decide on the column again';
    case 'classification':
      return 'Classify the dataset again and look at its decisions';
    case 'dataset':
      return 'Import the file again';
    case 'purpose':
      return 'Save the purpose again as it should be';
    case 'release':
      return 'Delete the record with a reason';
    case 'record':
      return 'Write a new version of it';
    case 'record-draft':
      return 'Look through the draft and save it again';
    case 'consent-batch':
      return 'Nothing is released that rests on consent until it is gone';
    case 'policy-row':
      return 'Set or reset it again';
    default:
      return 'Set it again';
  }
};

/** What differs between the catalogue, the files of a workspace and what its log says of them. */
export const heldText = {
  changed: (thing: HeldThing, seq: number) =>
    `The ${named(thing)} is not what entry ${seq} says: it was changed outside Custos. ${remedy(thing)}, or put ` +
    'back a copy of the workspace.',
  missing: (thing: HeldThing, seq: number) =>
    `The ${named(thing)} of entry ${seq} is gone: it was removed outside Custos. ${remedy(thing)}, or put back a ` +
    'copy of the workspace.',
  added: (thing: HeldThing, _seq: number) =>
    `The ${named(thing)} is in no entry: it was put there outside Custos. ${remedy(thing)}, or put back a copy of ` +
    'the workspace.',
  consentEvents: (thing: HeldThing, seq: number) =>
    `The events of the ${named(thing)} are not those of entry ${seq}: they were changed outside Custos. Put back a copy ` +
    'of the workspace; until then nothing is released that rests on consent.',
  tooOld: (thing: HeldThing, seq: number) =>
    `The ${named(thing)} cannot be held against entry ${seq} in every part: the entry is of an older Custos, which ` +
    'kept no hash of it. What the entry says of it is so.',
  unreadable: (thing: HeldThing, seq: number) =>
    `The ${named(thing)} (entry ${seq}) is from another version of Custos: it is kept as it is, and cannot be used ` +
    'here. Use that version.',
  refused: (details: readonly string[]) =>
    `Nothing was written: the catalogue does not say what the register says. ${details.slice(0, 5).join(' ')}`,
  refusedDecision: (details: readonly string[]) =>
    'Nothing was decided: what the decision would rest on is not what the register says. ' +
    `${details.slice(0, 5).join(' ')}`,
  registerUnsound: (detail: string) => `Nothing was written: the register does not verify any more. ${detail}`,
  stamp: {
    missing: (authority: string, seq: number) =>
      `The time stamp by ${authority} (entry ${seq}) is gone from the workspace’s folder stamps/. Put it back from a ` +
      'copy.',
    changed: (authority: string, seq: number) =>
      `The time stamp by ${authority} in the workspace’s folder stamps/ is not the one of entry ${seq}: it was changed.`,
    other: (authority: string, seq: number) =>
      `The time stamp by ${authority} that entry ${seq} tells of is not one of that head: the entry is not true.`,
    otherwise: (_authority: string, seq: number) =>
      `Entry ${seq} does not say the time, authority, number, rules and certificate that its time stamp says: the entry ` +
      'is not true.',
    forged: (authority: string, seq: number) =>
      `The time stamp by ${authority} that entry ${seq} tells of does not hold: its signature was not made by the ` +
      'certificate in it, or that was not one for time stamps then.',
  },
  /** What was released, where it is more than a file. */
  severalTables: 'related tables',
  figuresTold: (file: string) => `figures of a run elsewhere (${file})`,
  certificateMissing: (name: string, seq: number) =>
    `The copy of the certificate of ${name} (entry ${seq}) is gone from the workspace’s folder releases/. Put it ` +
    'back: the one beside the export is the same.',
  certificateChanged: (name: string, seq: number) =>
    `The copy of the certificate of ${name} in the workspace’s folder releases/ is not the one of entry ${seq}: it ` +
    'was changed. Put it back: the one beside the export is the same.',
  outputChanged: (name: string, seq: number) =>
    `The released file ${name}, where it was written, is not the one of entry ${seq}: it was changed or replaced ` +
    'afterwards.',
  outputCertificateChanged: (name: string, seq: number) =>
    `The certificate beside the released file ${name} is not the one of entry ${seq}: it was changed or replaced ` +
    'afterwards.',
  outputDescriptorChanged: (name: string, seq: number) =>
    `The descriptor beside the released file ${name} (${name}.datapackage.json) is not the one of entry ${seq}: it ` +
    'was changed or replaced afterwards.',
  dataMissing: (dataset: string, file: string, seq: number) =>
    `The file ${file} of dataset ${dataset}, which entry ${seq} put in place, is gone: it was removed outside Custos. Put ` +
    'back a copy of the workspace, or delete the dataset and import its file again.',
  dataChanged: (dataset: string, file: string, seq: number) =>
    `The file ${file} of dataset ${dataset} is not the one that entry ${seq} put in place: it was changed, or an older ` +
    'one was put back, outside Custos. Nothing is released from it. Put back a copy of the workspace, or delete the ' +
    'dataset and import its file again.',
  unfinished: (name: string, seq: number) =>
    `The release of ${name} was announced by entry ${seq} and cut off before it was over. The next start of Custos ` +
    'on this machine completes or clears it.',
  draftUnderWay: (ref: string) =>
    `The draft of record ${ref} was being written when Custos ended: no entry tells of it yet. The next start of ` +
    'Custos enters it.',
  completed: (name: string, seq: number) =>
    `The release of ${name} was cut off after its files were in place; it was completed now, as entry ${seq}.`,
  cleared: (name: string, known: boolean) =>
    known
      ? `The release of ${name} was cut off before its files were in place; what was left of it was cleared, and the ` +
        'register says so.'
      : `The release of ${name} was cut off, and this machine does not know where it was being written; the register ` +
        'says so. If a file of that name lies there, it is no release.',
  otherVersion: (kind: keyof typeof kindNames, name: string) =>
    `The ${kindNames[kind]} “${name}” is from another version of Custos: it is kept as it is, and cannot be used here.`,
  recipeMissing: (dataset: string, file: string, seq: number | null) =>
    `The working recipe of dataset ${dataset} (${file})${seq === null ? '' : `, saved by entry ${seq},`} is gone. ` +
    'Save one on the Recipe screen.',
  recipeChanged: (dataset: string, file: string, seq: number | null) =>
    `The working recipe of dataset ${dataset} (${file}) is not the one that ` +
    `${seq === null ? 'was saved last' : `entry ${seq}, or a sitting after it, saved`}: the file was ` +
    'changed outside Custos. Look through it on the Recipe screen and save it there.',
  recipeAdded: (dataset: string, file: string) =>
    `The working recipe of dataset ${dataset} (${file}) is in no entry: it was put there outside Custos. Look through ` +
    'it on the Recipe screen and save it there.',
  sittingChanged: (dataset: string) =>
    `The note of an open sitting with the recipe of dataset ${dataset} is not one that this workspace signed, or is an ` +
    'older one: it was changed outside Custos. Look through the recipe on the Recipe screen and save it there.',
  sittingOpen: (dataset: string, saves: number, since: string) =>
    `The recipe of dataset ${dataset} was saved ${counted(saves, 'time')} since ${moment(since)}, and the sitting was ` +
    'cut off: its entry follows when the workspace is opened.',
};
