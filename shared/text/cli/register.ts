import { numbered } from '../numbers.ts';

/** `custos register list`, `show` and `verify`. */
export const registerCommandText = {
  description: 'list, show and verify the processing register',
  list: {
    description: 'entries, newest first',
    kind: 'only entries of this kind',
    text: 'only entries whose sentence holds all these words',
    who: 'only entries by this person',
    area: 'only entries of this area',
    dataset: 'only entries about this dataset: its name, or its id',
    from: 'only entries from this day on, YYYY-MM-DD',
    to: 'only entries up to this day, YYYY-MM-DD',
    limit: 'how many',
    offset: 'how many to pass over',
    columns: ['seq', 'time', '', 'what happened'],
    /** The sentence for people, the kind for whoever filters by it. */
    told: (sentence: string, kind: string) => `${sentence} (${kind})`,
    clock: (clock: string) => `the clock said ${clock}`,
    examples: [
      'custos register list --workspace Acme.custos --kind release.written',
      'custos register list --workspace Acme.custos --area release --from 2026-11-01 --text "agency nord"',
    ],
  },
  show: {
    description: 'one entry, whole',
    seq: 'number of the entry',
    examples: ['custos register show 3 --workspace Acme.custos'],
  },
  verify: {
    description: 'check every hash, the order, the signed head; exit 1 when anything was changed',
    head: 'a signed head that was kept elsewhere (or a proof with one): the register must go on from it',
    examples: [
      'custos register verify --workspace Acme.custos',
      'custos register verify --workspace Acme.custos --head acme-2026-10-31.head',
    ],
    verifies: (entries: number, head: string | null, signedAt: string) =>
      `The register verifies: ${numbered(entries, 'entry', 'entries')}, head ${head ?? 'none'} signed ${signedAt}.`,
    doesNot: (problems: number, entries: number) =>
      `The register does NOT verify: ${numbered(problems, 'problem')} in ${numbered(entries, 'entry', 'entries')}.`,
    proofs: (proofs: number) =>
      `${numbered(proofs, 'proof')} of retention ${proofs === 1 ? 'was' : 'were'} held against the entries by which rows ` +
      'were written anew and against what had been there before: counts and hashes.',
    problem: (seq: number | null, kind: string, detail: string) =>
      `  ${detail} (${seq === null ? 'register' : `entry ${seq}`}, ${kind})`,
  },
};
