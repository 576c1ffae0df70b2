import { numbered } from '../numbers.ts';

/** `custos register head`, `proof` and `log`: what is taken out of a register to be kept or checked elsewhere. */
export const registerHeadsText = {
  output: 'write to this file instead of standard output',
  force: 'replace the file if it is there',
  written: (file: string) => `Written: ${file}`,
  head: {
    description: 'the newest signed head: print it, mail it, keep it on another disk',
    examples: [
      'custos register head --workspace Acme.custos -o acme-2026-11-29.head',
      'custos register verify --workspace Acme.custos --head acme-2026-11-29.head',
    ],
    about: ({ size, at, keys }: { size: number; at: string; keys: readonly string[] }): string[] => [
      `Covers the first ${numbered(size, 'entry', 'entries')}, signed ${at}. Whoever keeps it can tell whether the ` +
        'register goes on from here.',
      ...keys.map((key) => `Key: ${key}`),
    ],
  },
  proof: {
    description: 'the proof that an entry is in the register, or that the register goes on from an older head',
    seq: 'number of the entry (a .tlog-proof)',
    from: 'a head that was kept elsewhere: prove that the register goes on from it',
    oneOfBoth: 'Give the number of an entry, or --from with a head that was kept; one of both.',
    examples: [
      'custos register proof 12 --workspace Acme.custos -o entry-12.tlog-proof',
      'custos register proof --from acme-2026-10-31.head --workspace Acme.custos -o since-october.proof',
    ],
  },
  log: {
    description: 'all entries as JSON Lines, for the stand-alone verifier',
    examples: ['custos register log --workspace Acme.custos -o audit.jsonl'],
  },
};
