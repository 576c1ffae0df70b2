import { breachWords as words } from '../cases/breach.ts';
import { counted } from '../numbers.ts';

/** What is typed as `-` is no file. */
const called = (file: string): string => (file === '-' ? 'What was given on standard input' : file);

/** `custos breach` and what stands under it. */
export const breachCommandText = {
  description:
    'the register of personal data breaches, with the hours within which an authority is told; sends nothing',
  breach: 'the breach, by its reference (B-1)',
  list: {
    description: 'all breaches, the nearest hour first; exit 1 where an authority should have been told and was not',
    heads: ['Breach', 'What', 'Aware (UTC)', 'Due (UTC)', 'Clock', 'State', 'People'],
    none: 'No breach is recorded.',
    notCounted: 'not counted',
    unreadable: (ids: readonly string[]) =>
      `${counted(ids.length, 'record')} of a breach cannot be read: ${ids.join(', ')}. ` +
      `custos register verify says what happened to ${ids.length === 1 ? 'it' : 'them'}.`,
    examples: ['custos breach list --workspace Acme.custos'],
  },
  report: {
    description: 'write down that a breach is suspected or known, which begins the clock',
    title: 'what happened, in a few words; no names of people whose data are affected',
    aware: 'when it became known, with its offset: 2026-11-27T14:10+01:00; now where it is left out',
    zone: 'time zone whose clock is shown beside UTC: Europe/Berlin; this machine’s where it is left out',
    badMoment: (typed: string) => `${typed} is no date and time with an offset, such as 2026-11-27T14:10+01:00 or …Z.`,
    done: (ref: string, dueAt: string, entry: number) =>
      `${ref}: the authority by ${dueAt}, unless no risk is likely. Register entry ${entry}.`,
    examples: ['custos breach report --title "laptop stolen" --aware 2026-11-27T14:10+01:00 --workspace Acme.custos'],
  },
  show: {
    description: 'one breach: its clock, who is affected, what is open, how far the forms are filled',
    form: (id: string, filled: number, fields: number) => `${id}: ${filled} of ${fields} fields filled`,
    clock: (state: string, dueAt: string) => `Authority by ${dueAt}: ${state}`,
    people: (people: string, minors: string) => `Affected: ${people}, ${minors}`,
    notCounted: 'Affected: not counted. custos breach affected says of which datasets.',
    open: (reasons: readonly string[]) => (reasons.length === 0 ? '' : `Cannot be closed: ${reasons.join('; ')}`),
    examples: ['custos breach show B-1 --workspace Acme.custos --json'],
  },
  affected: {
    description: 'count who is affected from datasets and released files of the workspace',
    dataset: 'a dataset by name, file or id; again for another',
    release: 'the id of a released file, as breach show lists them; again for another',
    done: (ref: string, entry: number) => `${ref} counted. Register entry ${entry}.`,
    examples: ['custos breach affected B-1 --dataset customers --workspace Acme.custos'],
  },
  change: {
    description:
      'state something of a breach from a JSON file: {"kind": "facts" | "state" | "decide" | "notified" | "told" | "phase" | "close", …}',
    file: 'the file, or - for standard input',
    notJson: (file: string) => `${called(file)} is no JSON document with a “kind” that there is.`,
    wrongField: (file: string, field: string, why: string) =>
      `${called(file)} does not say “${field}” as it is to be said: ${why}.`,
    done: (ref: string, entry: number) => `${ref} stated anew. Register entry ${entry}.`,
    examples: [
      'echo \'{"kind": "phase", "content": "The disk was found."}\' | custos breach change B-1 - --workspace Acme.custos',
      'custos breach change B-1 decision.json --workspace Acme.custos',
    ],
  },
  export: {
    description:
      'write a draft for an authority (edpb, ico, cnil), the letter to the people (letter), or the register of all (register)',
    what: 'edpb, ico, cnil, letter or register',
    output: 'the file: .html or .pdf to be read, .json for programs',
    force: 'replace an existing file',
    badWhat: (typed: string, known: readonly string[]) =>
      `${typed} cannot be written. Choose from ${known.join(', ')}.`,
    done: (file: string, filled: number, fields: number, entry: number) =>
      `${file} written${fields === 0 ? '' : `, ${filled} of ${fields} fields filled`}. Register entry ${entry}. Nothing was sent.`,
    missingSigns: (many: number) => `${counted(many, 'sign')} that the font does not have stand as code points.`,
    examples: [
      'custos breach export B-1 --what edpb -o draft.pdf --workspace Acme.custos',
      'custos breach export --what register -o breaches.html --workspace Acme.custos',
    ],
  },
  reopen: {
    description: 'open a closed breach again; what was said at its closing is kept with the reason, under seal',
    reason: 'what came to light; it lies sealed with the breach',
    done: (ref: string, entry: number) => `${ref} is open again. Register entry ${entry}.`,
    examples: ['custos breach reopen B-1 --reason "the copy turned up" --workspace Acme.custos'],
  },
  delete: {
    description: 'erase the record of a breach; the register keeps that there was one',
    why: 'kept-long-enough, entered-by-mistake or cannot-be-read',
    badWhy: (typed: string) =>
      `${typed} is no reason to erase it: kept-long-enough, entered-by-mistake or cannot-be-read.`,
    done: (entry: number) => `Erased. Register entry ${entry}.`,
    examples: ['custos breach delete B-1 --why kept-long-enough --workspace Acme.custos'],
  },
  words,
};
