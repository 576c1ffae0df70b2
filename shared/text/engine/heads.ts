import { moment, numbered } from '../numbers.ts';

/** Sentences about signed heads of the register, and what is proven with them. */
export const headsText = {
  doesNotVerify: (name: string) =>
    `The register of ${name} does not hold under its signed head, so that nothing can be proven with it: run ` +
    '“custos register verify” to see where.',
  noEntry: (seq: number, newest: number) => `The register has no entry ${seq}; its newest is ${newest}.`,
  file: {
    missing: (file: string) => `There is no file “${file}”.`,
    folder: (file: string) => `“${file}” is a folder. Give the file in it.`,
    'no-file': (file: string) => `“${file}” is no file that could be read.`,
    'too-large': (file: string) => `“${file}” is larger than any head or proof.`,
    unreadable: (file: string) => `“${file}” cannot be read. Check that you may read it.`,
  },
  untrusted: (file: string, problem: string) =>
    `${file} cannot be used as a head of this register: ${problem}. Take the file as it was handed out.`,
  otherRegister: (file: string) => `${file} is a head of another register.`,
  notContinued: (file: string, size: number, entries: number) =>
    `The register does not go on from ${file}: that head covers ${numbered(size, 'entry', 'entries')}, and the first ` +
    `${size} of the ${entries} here are others.`,
  notContinuedLonger: (file: string, size: number, entries: number) =>
    `The register does not go on from ${file}: that head covers ${numbered(size, 'entry', 'entries')}, and only ` +
    `${entries} are here.`,

  keyNameRefused: (name: string) =>
    `“${name}” cannot be the name of a key: take a name without spaces and without a plus, such as dpo.example.org.`,
  noVerifierKey: (of: 'log' | 'cosigner') =>
    of === 'log'
      ? 'That is not the key of a register: give the first line that “custos register head” shows as a key.'
      : 'That is not a key for countersignatures: give the line that “custos register cosigner-key” showed.',
  keyFileDamaged: (file: string) => `“${file}” is no key file for countersignatures, or it was damaged.`,
  keyPassphraseWrong: (file: string) => `That is not the passphrase of “${file}”.`,
  cosignerTaken: (name: string) => `${name} has another key in this register already. Take another name for this one.`,
  logKeyNeeded: (file: string) =>
    `Nothing is known here of the register that ${file} is a head of: give its key with --log-key, as the people who ` +
    'keep it told you.',
  seenNewer: (file: string, size: number) =>
    `${file} is older than a head of this register that you countersigned (${numbered(size, 'entry', 'entries')}): ` +
    'the register may have been put back. Ask for its newest head.',
  seenOther: (file: string) =>
    `${file} contradicts a head of the same length that you countersigned: the register was rewritten, or there are ` +
    'two of it.',
  proofNeeded: (file: string, size: number) =>
    `${file} goes beyond the head of ${numbered(size, 'entry', 'entries')} that you countersigned: give the proof that ` +
    'it goes on from there with --proof (“custos register proof --from” makes it).',
  noCountersignature: (file: string) =>
    `${file} holds no countersignature by a key that is registered here. Register the key with “custos register ` +
    'cosigner” first.',
  countersignatureWrong: (file: string, name: string) => `The countersignature of ${name} in ${file} does not fit it.`,
  headNotHere: (file: string) => `${file} is a head that this register never had.`,
  holds: (file: string, size: number, at: string) =>
    `The register goes on from ${file}: its first ${numbered(size, 'entry', 'entries')} are those of that head, signed ` +
    `${moment(at)}.`,
  noOperatorKey:
    'Nobody is registered as operator here, so there is no second person’s key: add operators under Settings, or ' +
    'countersign elsewhere with “custos register countersign”.',
  operatorNotCosigner: (operator: string) =>
    `The key of ${operator} is not registered for countersignatures: an approver registers it under Register, Heads.`,
  page: {
    title: (organisation: string) => `Head of the register of ${organisation}`,
    said:
      'Keep this page apart from the workspace. Whoever holds it can tell later whether the register still goes on from ' +
      'here: under Register, Heads, or with “custos register verify --head”.',
    heading: 'The head',
    heads: ['What', 'Value'],
    rows: (head: { code: string; size: number; at: string; root: string; origin: string; keys: readonly string[] }) => [
      ['Code to read out', head.code],
      ['Entries', String(head.size)],
      ['Signed', moment(head.at)],
      ['Root of the tree over them (SHA-256)', head.root],
      ['Register', head.origin],
      ...head.keys.map((key) => ['Key', key]),
    ],
    note: 'The signed note, as the file holds it',
    foot: 'A signed head shows changes of what it covers; it does not prevent them.',
  },
  stampUnreadable: {
    'not-stamp': (file: string) =>
      `“${file}” is no answer of a time-stamp authority (.tsr), or was cut short. Take the file as the authority sent it.`,
    rejected: (file: string) =>
      `“${file}” is an answer that refuses to stamp. Make a new request with “custos register stamp-request” and send it.`,
    'other-hash': (file: string) =>
      `“${file}” stamps another kind of hash than SHA-256, which is what heads of this register are stamped by.`,
  },
  stampFault: {
    signature: (file: string) =>
      `The signature in “${file}” does not fit what it stamps: it was changed, or made by another certificate.`,
    'no-certificate': (file: string) =>
      `“${file}” does not hold the certificate that it was signed with. Ask the authority for an answer with it.`,
    purpose: (file: string) => `“${file}” was signed with a certificate that is not one for time stamps alone.`,
    expired: (file: string) =>
      `“${file}” was signed with a certificate that did not hold at the time that it names: it proves nothing.`,
    untrusted: (file: string) => `“${file}” was not signed by an authority that leads to the certificate you trust.`,
  },
  stampOfOther: (file: string) =>
    `“${file}” is not a stamp of a head of this register. Check which register it was asked for.`,
  stampOfOtherRequest: (file: string, request: string) =>
    `“${file}” does not answer ${request}: it stamps something else.`,
  stampNonce: (file: string, request: string) =>
    `“${file}” does not answer ${request}: it repeats another number than the one in it. It may be an older answer.`,
  stampedBefore: (file: string, at: string, seq: number) =>
    `The stamp in “${file}” is in the register already: it was entered ${moment(at)}, as entry ${seq}.`,
  requestUnreadable: (file: string) =>
    `“${file}” is no request for a time stamp (.tsq) as “custos register stamp-request” writes it.`,
  rootUnreadable: (file: string) => `“${file}” holds no certificate that can be read. Give one as PEM or DER.`,
  countersignedBefore: (file: string) => `The countersignatures in ${file} are in the register already.`,
};
