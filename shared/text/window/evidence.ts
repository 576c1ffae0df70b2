import { counted } from '../numbers.ts';

/** Sentences of the dialog in which evidence is exported. */
export const evidenceWindowText = {
  title: 'Export evidence',
  what:
    'One ZIP with the register, the log and its signed head, certificates, and what each dataset holds, without any ' +
    'value of anybody. ' +
    'Whoever gets it checks it with the verifier in it, or with “custos verify”, without this workspace.',
  profile: 'For whom',
  profiles: {
    authority: 'Authority: everything',
    auditor: 'Auditor or customer: no details of security',
    public: 'Public: a summary',
  },
  asOf: 'As of',
  asOfHelp: 'Empty: now. A day: the state at its end (UTC).',
  now: 'now',
  job: (fileName: string) => `Writing ${fileName}`,
  suggested: (organisation: string, day: string) => `evidence-${organisation || 'custos'}-${day}.zip`,
  done: (files: number, entries: number) =>
    `${counted(files, 'file')}, ${counted(entries, 'entry', 'entries')} of the log.`,
  code: 'Code to read out',
  codeHelp: 'Whoever checks the pack sees the same code. Read it out by another way than the pack goes.',
  entry: (seq: number) => `Entry ${seq}`,
  another: 'Another one',
  close: 'Close',
  broken:
    'The log does not verify. The pack says so on its first page, and does not verify either: look under Register first.',
};
