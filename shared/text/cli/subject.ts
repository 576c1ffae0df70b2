import type { SubjectErased, SubjectMatch } from '#shared/contract/subjects.ts';
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
  reason: 'why; it stands in the register, so name nobody',
  erase: {
    description:
      'take a person out of everything that the workspace holds: records about them, mentions in records of others, ' +
      'tokens, lists of recipes, consent; says what is left and what is beyond reach. Exit 1 where they are nowhere',
    by: 'a column in which a value points at one person, though its kind does not say so; may be repeated',
    suppress: 'keep keyed hashes of the values, so that later imports and releases know the person',
    keep:
      'a dataset whose records of the person stay by a law, or only some of their columns: orders, or ' +
      'orders:invoice,total; may be repeated',
    keepConsent: 'what the consent ledger has of the person stays by a law: the proof that they agreed, or said no',
    keepGround: (grounds: readonly string[]) =>
      `the ground on which they stay (GDPR Art. 17(3)): ${grounds.join(', ')}`,
    keepReason: 'which law, and until when; it stands in the register',
    needsGround: (grounds: readonly string[]) =>
      `Say by --keep-ground on which ground something stays: ${grounds.join(', ')}. Nothing was erased.`,
    dryRun: 'say what would be erased, and change nothing',
    heads: ['Dataset', 'Records', 'Mentions', 'Damaged rows', 'Found by'],
    nobody: (places: number) => `Found nowhere in ${counted(places, 'place')}: there is nothing to erase.`,
    done: ({
      dryRun,
      datasets,
      tokens,
      consents,
      recipes,
      suppressed,
    }: Pick<SubjectErased, 'dryRun' | 'datasets' | 'tokens' | 'consents' | 'recipes' | 'suppressed'>) =>
      `${dryRun ? 'Would be erased' : 'Erased'}: ${counted(
        datasets.reduce((sum, { rows }) => sum + rows, 0),
        'record',
      )} of ${counted(datasets.length, 'dataset')}, ${counted(tokens, 'token')}, ` +
      `${counted(consents, 'event')} of the consent ledger, lists of ${counted(recipes, 'recipe')}.` +
      `${suppressed === 0 ? '' : ` ${counted(suppressed, 'keyed hash', 'keyed hashes')} on the suppression list.`}`,
    left: (dataset: string, column: string, rows: number, why: string) =>
      `Left: ${counted(rows, 'row')} of ${column === '' ? dataset : `${dataset}, ${column}`}: ${why}.`,
    remains: (what: string, why: string) => `Beyond reach: ${what}: ${why}`,
    examples: [
      'custos subject erase ada@example.com K-1001 --dry-run --workspace Acme.custos',
      'custos subject erase K-1001 --keep orders:invoice,total --keep-ground legal-obligation --keep-reason "tax law, to ' +
        '2034" --reason "asked on 3 December" --workspace Acme.custos',
      'custos subject erase - --reason "asked on 3 December" --suppress --workspace Acme.custos',
    ],
  },
  rectify: {
    description: 'put right what a dataset says of a person, in every record of theirs; says whom to tell',
    dataset: 'the dataset: its name, id or file',
    column: 'the column in which it stands',
    to: 'what is right',
    empty: 'nothing is known: the cells are emptied',
    from: 'what is wrong, where records of theirs differ in it',
    toOrEmpty: 'Say what is right: give either --to or --empty.',
    done: (cells: number, rows: number, dataset: string, column: string) =>
      `${counted(cells, 'cell')} put right in ${counted(rows, 'record')} of ${dataset}, ${column}.`,
    alsoIn: (dataset: string) => `They are in ${dataset}, too: look whether it is wrong there.`,
    tell: (fileName: string, recipient: string | null) =>
      `To be told (GDPR Art. 19): whoever has ${fileName}${recipient === null ? '' : `, which went to ${recipient}`}.`,
    examples: [
      'custos subject rectify K-1001 --dataset customers --column city --to Ghent --reason "moved" --workspace Acme.custos',
    ],
  },
  suppress: {
    description:
      'keep an objection: keyed hashes of the values, and nothing else of the person. Later imports and releases say ' +
      'how many rows are about people on the list',
    done: (added: number, hashes: number) =>
      `${counted(added, 'keyed hash', 'keyed hashes')} added; the suppression list has ${count(hashes)}.`,
    examples: ['custos subject suppress ada@example.com --reason "objected" --workspace Acme.custos'],
  },
  unsuppress: {
    description:
      'take a person off the suppression list, by the values that put them on it: they agreed again, or it was a mistake',
    done: (removed: number, hashes: number) =>
      `${counted(removed, 'keyed hash', 'keyed hashes')} taken off; the suppression list has ${count(hashes)}.`,
    examples: [
      'custos subject unsuppress ada@example.com --reason "agreed again on 3 December" --workspace Acme.custos',
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
