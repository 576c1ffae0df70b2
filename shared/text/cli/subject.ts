import type { SubjectMatch } from '#shared/contract/subjects.ts';
import { count, counted } from '../numbers.ts';

/** `custos subject` and what stands under it. */
export const subjectCommandText = {
  description: 'one person across all datasets and releases of a workspace',
  values: 'what names the person (an e-mail address, a telephone number, a customer number), or - for one a line',
  none: 'Say whom to look for: give a value that names the person, or - and one a line on standard input.',
  tooMany: (most: number) => `Look for one person by at most ${count(most)} values at once.`,
  tooLong: (most: number) => `A value of more than ${count(most)} letters names nobody. Give a shorter one.`,
  match: {
    plain: 'in the clear',
    keyed: 'under a key',
    platform: 'hashed without a key',
    text: 'inside a text',
  } satisfies Record<SubjectMatch, string>,
  find: {
    description:
      'where a person is: in the clear in any spelling, under keys of the workspace, hashed for platforms, inside texts; ' +
      'exit 1 where nowhere. The register keeps that somebody was looked for, not whom',
    heads: ['Where', 'Column', 'How', 'Rows'],
    done: (hits: number, searched: number) =>
      `${hits === 0 ? 'Found nowhere' : `Found in ${counted(hits, 'column')}`}; ${counted(searched, 'place')} looked through.`,
    notSearched: (what: string, why: string) => `Not looked through: ${what}: ${why}`,
    kept: (entry: number) => `Register entry ${entry}.`,
    examples: [
      'custos subject find ada@example.com K-1001 --workspace Acme.custos',
      'custos subject find - --workspace Acme.custos --json',
    ],
  },
  export: {
    description:
      'the copy of a person’s data that is theirs to have: every record about them, what they agreed to, what was handed ' +
      'to whom, and what was not looked through',
    output: 'the file: .html or .pdf for the person, .json for a machine',
    force: 'replace an existing file',
    done: (rows: number, datasets: number, entry: number) =>
      `${counted(rows, 'record')} of ${counted(datasets, 'dataset')} copied. Register entry ${entry}. Read it before it is handed over.`,
    mention: (dataset: string, column: string, rows: number) =>
      `Not copied: ${counted(rows, 'text')} in ${column === '' ? dataset : `${column} of ${dataset}`} that may be about others, too.`,
    examples: [
      'custos subject export ada@example.com K-1001 -o copy.pdf --workspace Acme.custos',
      'custos subject export ada@example.com -o copy.json --workspace Acme.custos',
    ],
  },
};
