import { count, counted } from '../numbers.ts';

const workspace = '--workspace Acme.custos';

/** `custos request` and what stands under it. */
export const requestCommandText = {
  description: 'what people ask for (access, erasure, objection …), by the clock of the law, kept under seal',
  ref: 'the request, as R-14',
  list: {
    description: 'all requests, the nearest due date first; nothing in the list says whose they are',
    heads: ['Request', 'What', 'Received', 'Due', 'Left', 'Stage'],
    none: 'No request is kept. custos request open enters one.',
    answered: (day: string) => `answered ${day}`,
    unreadable: (ids: readonly string[]) =>
      `${counted(ids.length, 'record')} cannot be read and stays as it is: ${ids.join(', ')}`,
    examples: [`custos request list ${workspace}`],
  },
  show: {
    description: 'one request with its stages, its days and where they come from; --json has the whole record',
    stage: (name: string, state: string) => `${name}: ${state}`,
    states: { done: 'done', open: 'open', none: 'does not apply' },
    duty: (what: string, due: string, rule: string) => `${what} by ${due}. ${rule}`,
    examples: [`custos request show R-14 ${workspace}`],
  },
  open: {
    description:
      'enters what somebody asks for, with what names them in the data; its clock runs from the day of receipt',
    values: 'what names the person in the data, or - for one a line',
    type: 'what is asked for',
    received: 'day on which it came in (YYYY-MM-DD)',
    country: 'whose holidays count: two letters (DE), GB-SCT, GB-NIR; without it weekends alone',
    language: 'language of the letters, two letters; English where the texts are not there in it',
    channel: 'how it came in',
    name: 'who asks',
    contact: 'where the answer goes',
    wish: 'what they want, in a sentence',
    done: (ref: string, entry: number) => `${ref} entered. Register entry ${count(entry)}.`,
    examples: [
      `custos request open - --type erase --received 2026-11-04 --country DE ${workspace}`,
      `custos request open ada@example.com --type access --received 2026-11-04 ${workspace} --json`,
    ],
  },
  find: {
    description:
      'looks for the person of a request everywhere, and keeps where they were found and what was not looked through',
    examples: [`custos request find R-14 ${workspace}`],
  },
  step: {
    description:
      'takes a step of a request from a JSON file: {"act": "identified", "needed": true, "how": "…", "on": "2026-11-05"}; ' +
      'acts: identified, ask, answered, identifiers, one-person, extend, acknowledge, decide, stop, by-hand, tell, answer',
    file: 'the step as JSON, or - for standard input',
    noStep: (problem: string) => `That is no step of a request: ${problem}. custos request step --help names them all.`,
    done: (ref: string, entry: number) => `${ref}: step taken. Register entry ${count(entry)}.`,
    examples: [`custos request step R-14 step.json ${workspace}`],
  },
  copy: {
    description: 'writes the copy that answers a request for access or portability',
    output: 'the file: .html or .pdf for the person, .json for a machine',
    force: 'replace an existing file',
    done: (file: string, entry: number) =>
      `${file} written. Register entry ${count(entry)}. Read it before it is handed over.`,
    examples: [`custos request copy R-14 -o copy.pdf ${workspace}`],
  },
  deed: (ref: string, rows: number | null, entry: number) =>
    `${ref}: ${rows === null ? 'done' : counted(rows, 'record')}. Register entry ${count(entry)}.`,
  remains: (what: string, why: string) => `Remains: ${what}: ${why}`,
  erase: {
    description:
      'takes the person of a granted request out of everything that the workspace holds, and says what remains',
    suppress: 'keep keyed hashes of what names them, by which later imports know that they objected',
    examples: [`custos request erase R-14 --suppress ${workspace}`],
  },
  rectify: {
    description: 'puts right what a dataset says of the person of a granted request, in every record of theirs',
    dataset: 'dataset, by name or id',
    column: 'column that is put right',
    from: 'where their records differ: those that say this',
    to: 'what it is to say',
    empty: 'leave it empty instead',
    toOrEmpty: 'Say what the column is to hold: --to with a value, or --empty.',
    examples: [`custos request rectify R-14 --dataset customers --column city --to Ghent ${workspace}`],
  },
  suppress: {
    description: 'keeps the objection of a request by keyed hashes, without keeping anything of whoever objects',
    examples: [`custos request suppress R-14 ${workspace}`],
  },
  letter: {
    description: 'writes a letter as a draft, in the person’s language where the texts are there in it',
    which: 'which letter',
    output: 'the file: .txt, .html or .pdf',
    done: (file: string, entry: number) =>
      `${file} written. Register entry ${count(entry)}. Read it before it is sent.`,
    examples: [`custos request letter R-14 answer -o answer.txt ${workspace}`],
  },
  close: {
    description: 'ends a request with the day on which the person was told; its clock stops',
    on: 'day on which they were told (YYYY-MM-DD)',
    how: 'how they were told',
    remedies: 'they were told that they may complain to the authority and go to court',
    refuse: 'refuse it on this ground first',
    reason: 'why that ground holds',
    done: (ref: string, keepUntil: string, entry: number) =>
      `${ref} is closed. Its record is kept until ${keepUntil}. Register entry ${count(entry)}.`,
    examples: [`custos request close R-14 --on 2026-11-30 --how letter --remedies-told ${workspace}`],
  },
  delete: {
    description: 'erases the record of a request that was answered; before its time only with a reason',
    reason: 'why it is erased before its time',
    done: (ref: string, entry: number) => `The record of ${ref} is erased. Register entry ${count(entry)}.`,
    examples: [`custos request delete R-14 ${workspace}`],
  },
};
