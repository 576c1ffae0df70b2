import { shortName } from '../names.ts';
import { counted, moment } from '../numbers.ts';
import { stateWords } from '../register/index.ts';
import type { VersionState } from '#shared/register/register-snapshot.ts';

/** What people are told of each purpose: written from the register, taken over by a person, kept in versions. */
export const noticesText = {
  view: 'Notices shown',
  byPurpose: 'By purpose',
  kept: 'Kept notices',
  purpose: 'Purpose',
  loading: 'Writing the notice from the register',
  noPurpose: {
    title: 'No purpose yet',
    sentence: 'A notice is written from what the register says of a purpose. Declare what a dataset is for first.',
    open: 'Go to Data use',
  },
  text: 'What the register says to people',
  generated: 'From the register, nobody’s word yet',
  copy: 'Copy',
  copied: 'Copied',
  save: {
    button: 'Print or save',
    a4: 'PDF, A4',
    letter: 'PDF, Letter',
    html: 'HTML page',
    txt: 'Plain text',
    name: (purpose: string, ending: string) => `Notice ${purpose}.${ending}`,
    done: (file: string) => `${file} written`,
  },
  missing: {
    title: (many: number) => `${counted(many, 'thing')} that people must be told and nobody has stated`,
    none: 'Everything that Art. 13 and 14 ask for is stated.',
    open: (record: string, field: string) => `${record}: ${field}`,
    begin: (kind: string) => `Begin ${kind}`,
    chooseActivity: 'Choose the activity that serves it',
    label: (what: string) => `Not stated: ${what}`,
  },
  keptOnes: {
    title: (purpose: string) => `Kept about ${shortName(purpose)}`,
    none: 'No version is kept: people are told nothing of this purpose yet.',
    version: (ref: string, version: number) => `${ref} v${version}`,
    state: (state: VersionState) => stateWords[state],
    valid: (from: string | null, to: string | null) =>
      from === null ? 'from when: not stated' : `from ${from}${to === null ? '' : ` until ${to}`}`,
    saved: (by: string, at: string) => `${by}, ${moment(at)}`,
    same: 'says the same',
    other: 'the register says otherwise now',
    open: (ref: string) => `Open ${ref}`,
  },
  take: {
    open: 'Take over…',
    title: (purpose: string) => `Take over the notice about ${shortName(purpose)}`,
    means: 'The text becomes yours, as you read and edit it here. It tells people once it is approved.',
    lacks: 'It still lacks what nobody has stated; that is kept with it.',
    text: 'Text',
    validFrom: 'People read it from',
    toldWhere: 'Where people find it',
    next: (ref: string, version: number) => `Next version of ${ref} (v${version} stays until it is approved)`,
    own: 'A notice of its own',
    as: 'Kept as',
    confirm: 'Take over',
    cancel: 'Cancel',
    done: (ref: string) => `Taken over in ${ref}, a draft`,
  },
};
