import { numbered } from '../numbers.ts';

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
};
