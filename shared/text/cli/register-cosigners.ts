import { moment, numbered } from '../numbers.ts';

/** `custos register cosigner-key`, `countersign`, `cosigner` and `countersigned`: a second person vouches for a head. */
export const registerCosignersText = {
  force: 'replace the file if it is there',
  key: {
    description: 'make a key for countersigning heads of registers; needs no workspace',
    name: 'name of the key, without spaces, e.g. dpo.example.org',
    output: 'file for the key, sealed by a passphrase',
    made: (file: string) =>
      `Key written to ${file}. Give the line above to those who keep the register; keep the file and its passphrase.`,
    examples: ['custos register cosigner-key dpo.example.org -o dpo.key.json'],
  },
  countersign: {
    description: 'countersign a head that somebody handed out; needs no workspace',
    head: 'the head, as “custos register head” wrote it',
    key: 'your key file',
    output: 'the head with your line, to be handed back',
    logKey: 'the key of the register, the first time you countersign a head of it',
    proof: 'the proof that it goes on from the head you countersigned before',
    signed: (name: string, size: number, file: string) =>
      `Countersigned as ${name}: the first ${numbered(size, 'entry', 'entries')}. Hand ${file} back.`,
    examples: [
      'custos register countersign acme.head --key dpo.key.json --log-key "custos/…" -o acme.countersigned.head',
    ],
  },
  cosigner: {
    description: 'register the key of somebody who countersigns heads of this register',
    key: 'the line that “custos register cosigner-key” showed',
    reason: 'who that is, and why they countersign',
    registered: (name: string, entry: number) => `${name} may countersign heads of this register (entry ${entry}).`,
    examples: ['custos register cosigner "dpo.example.org+…" --reason "our DPO" --workspace Acme.custos'],
  },
  countersigned: {
    description: 'take in a head that was countersigned elsewhere',
    file: 'the head with the countersignatures',
    added: ({ name, at, entry }: { name: string; at: string; entry: number }, size: number) =>
      `${name} countersigned the first ${numbered(size, 'entry', 'entries')} ${moment(at)} (entry ${entry}).`,
    examples: ['custos register countersigned acme.countersigned.head --workspace Acme.custos'],
  },
};
