import { numbered } from '../numbers.ts';

/** `custos evidence`. */
export const evidenceCommandText = {
  description: 'write an evidence pack that an authority can check without Custos',
  output: 'the pack to write, a ZIP',
  profile: 'for whom: authority (all of it), auditor (no details of security), public (a summary)',
  asOf: 'the state at the end of this day (UTC), YYYY-MM-DD; now where it is left out',
  force: 'replace an existing file',
  examples: [
    'custos evidence -o evidence.zip --workspace Acme.custos',
    'custos evidence -o then.zip --workspace Acme.custos --as-of 2026-09-30 --profile auditor',
  ],
  written: (fileName: string, files: number, entries: number, code: string, entry: number | null) =>
    `${fileName}: ${numbered(files, 'file')}, ${numbered(entries, 'log entry', 'log entries')}, code to read out ` +
    `${code}${entry === null ? '' : `; entry ${entry} of the register`}.`,
};

/** `custos verify`. */
export const verifyCommandText = {
  description: 'check an evidence pack, without its workspace; exit 1 when anything was changed',
  file: 'the pack, a ZIP',
  examples: ['custos verify evidence.zip'],
  verifies: (pack: string, organisation: string, asOf: string, files: number, entries: number | null) =>
    `${pack} verifies: ${organisation}, as of ${asOf}, ${numbered(files, 'file')}, ` +
    `${entries === null ? 'its log is not in it, its head is' : numbered(entries, 'log entry', 'log entries')}.`,
  signed: (madeAt: string, code: string) =>
    `Signed ${madeAt}. Whoever made it can read out the same code: ${code}. Without that, the key in it is all that ` +
    `speaks for its origin.`,
  proofs: (proofs: number) =>
    `${numbered(proofs, 'proof')} of retention ${proofs === 1 ? 'was' : 'were'} held against the entries by which rows ` +
    'were written anew and against what had been there before: counts and hashes.',
  doesNot: (pack: string, problems: number) => `${pack} does NOT verify: ${numbered(problems, 'problem')}.`,
  problem: (file: string | null, kind: string, detail: string) => `  ${detail} (${file ?? 'pack'}, ${kind})`,
};
