import { counted } from '../numbers.ts';

/** `custos register activities`, `records`, `record`, `set`, `send`, `approve`, `return`, `retire` and `discard`. */
export const registerRecordsText = {
  kind: 'kind of record: activity, purpose, recipient, transfer, retention, measure, system, organisation, …',
  ref: 'what it is called by (PA-001), or its id',
  version: 'this version, not the one that holds',
  activities: {
    description: 'processing activities, with the legal minimum cell by cell',
    examples: ['custos register activities --workspace Acme.custos'],
    columns: ['ref', 'name', 'state', 'version', 'minimum', 'to do'],
    minimum: (answered: number, cells: number) => `${answered} of ${cells}`,
    lacking: (cells: readonly string[]) => cells.join(' · '),
    lacks: (cell: string, state: string, places: readonly string[]) =>
      places.length === 0 ? `${cell} ${state}` : `${cell} ${state} (${places.join('; ')})`,
    place: (ref: string, fields: readonly string[]) => `${ref}: ${fields.join(', ')}`,
  },
  records: {
    description: 'records of one kind, or of all',
    examples: ['custos register records recipient --workspace Acme.custos'],
    columns: ['kind', 'ref', 'name', 'state', 'version', 'saved', 'by'],
    unreadable: (title: string) => `${title} (cannot be read here)`,
  },
  record: {
    description: 'one record: the version that holds, its draft and its versions',
    examples: ['custos register record activity PA-001 --workspace Acme.custos'],
    heading: (ref: string, state: string, version: number, by: string, at: string) =>
      `${ref}, version ${version}, ${state}; saved by ${by}, ${at}`,
    approved: (by: string, at: string, another: boolean) =>
      `approved by ${by}, ${at}${another ? '' : ' (its author, too)'}`,
    answer: (label: string, said: string) => `${label}: ${said}`,
    line: (text: string) => `  ${text}`,
    unreadable: (ref: string) =>
      `${ref} is from another version of Custos, or damaged: it is kept as it is and cannot be shown here.`,
    draftToo: (version: number, by: string) => `There is a draft of version ${version} beside it, by ${by}.`,
    versions: (versions: readonly string[]) => `versions: ${versions.join(', ')}`,
    versionLine: (version: number, state: string) => `${version} ${state}`,
    nothing: 'Nothing is stated yet.',
  },
  set: {
    description:
      'write a draft from a JSON file with a value per field: text, number or list; ' +
      '{"state": "none"} for none; null takes an answer out; other records by their reference',
    from: 'JSON file, - for standard input',
    reason: 'why this version is made',
    examples: [
      'custos register set recipient --from mailer.json --workspace Acme.custos',
      'custos register set activity PA-001 --from - --workspace Acme.custos',
    ],
    unreadable: (file: string) => `${file} is missing, cannot be read, or is larger than a record may be.`,
    noJson: (file: string) => `${file} holds no JSON object: give one with a value per field.`,
    saved: (ref: string, version: number) => `${ref}: the draft of version ${version} is saved.`,
  },
  send: {
    description: 'send the draft for review: it becomes a version that does not change any more',
    examples: ['custos register send activity PA-001 --reason "new processor" --workspace Acme.custos'],
    done: (ref: string, version: number) => `${ref}: version ${version} is in review.`,
  },
  approve: {
    description: 'approve the version in review, with a signature over exactly that version',
    takeOver: 'take over its generated statements (◇) as yours',
    examples: ['custos register approve activity PA-001 --take-over --workspace Acme.custos'],
    none: (ref: string) => `No version of ${ref} is in review.`,
    done: (ref: string, version: number, takenOver: number) =>
      `${ref}: version ${version} is approved` +
      `${takenOver === 0 ? '' : `; ${counted(takenOver, 'generated statement')} taken over`}.`,
  },
  return: {
    description: 'send the version in review back to its author',
    examples: ['custos register return activity PA-001 --reason "no recipient" --workspace Acme.custos'],
    done: (ref: string, version: number) => `${ref}: version ${version} went back; its draft lies there.`,
  },
  retire: {
    description: 'the approved version holds no longer',
    examples: ['custos register retire recipient RC-002 --reason "contract ended" --workspace Acme.custos'],
    done: (ref: string, version: number) => `${ref}: version ${version} is retired.`,
    referredBy: (names: readonly string[]) => `It is still named by ${names.join(', ')}.`,
  },
  discard: {
    description: 'remove the draft',
    examples: ['custos register discard activity PA-003 --reason "entered twice" --workspace Acme.custos'],
    done: (ref: string) => `The draft of ${ref} is gone; its reference is not given again.`,
  },
  reason: 'why: it stands in the register',
  noKind: (kind: string, kinds: readonly string[]) =>
    `There is no kind of record “${kind}”. Take one of ${kinds.join(', ')}.`,
  noRecord: (kind: string, ref: string) =>
    `There is no ${kind} “${ref}” in this register: “custos register records ${kind}” lists them.`,
};
