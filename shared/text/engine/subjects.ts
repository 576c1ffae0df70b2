import { shortName } from '../names.ts';
import { counted, listed } from '../numbers.ts';

const recordKinds = {
  dataset: 'what is kept about dataset',
  classification: 'classification of dataset',
  decision: 'decision about a column of dataset',
  release: 'what is kept about release',
  purpose: 'purpose',
  record_version: 'record',
  record_draft: 'draft of record',
  consent_batch: 'what is kept about the reading of consent from',
};

/** Finding one person in all that a workspace holds. */
export const subjectsText = {
  searching: 'Searching datasets',
  searchingReleases: 'Searching released files',
  tooShort: (letters: number) =>
    `A value of fewer than ${letters} letters or digits stands in every second text. Give one that names the person.`,
  ending: (fileName: string) =>
    `${shortName(fileName)} has no ending that says what it is to be. Call it .html or .pdf for the person, .json for a machine.`,
  nothingToCopy:
    'Nothing is about the person in what was looked through, so that there is nothing to copy. custos subject find says where it was looked.',
  tokens: (domain: string) => `tokens of ${domain}`,
  ledger: 'consent ledger',
  recipe: (dataset: string) => `recipe of ${shortName(dataset)}`,
  release: (fileName: string, recipient: string | null) =>
    recipient === null ? shortName(fileName) : `${shortName(fileName)}, which went to ${shortName(recipient)}`,
  released: (label: string, why: string) => `${label}: ${why}`,
  notHere: 'the file is not where this machine wrote it. Ask whoever has it.',
  changed: 'the file that lies there is not the one that was written.',
  notRead: 'the file that lies there could not be read.',
  ciphered: (fileName: string) => `enciphered or replaced values in ${shortName(fileName)}`,
  cipheredWhy: 'they are looked up one by one (custos decipher), not searched.',
  unreadable: 'it is from another version of Custos, which has to open it.',
  rejected: (dataset: string) => `rows of ${shortName(dataset)} that could not be read`,
  sealed: 'requests and breaches, which lie under seal',
  sealedWhy: 'they are about people by themselves, and are deleted when their own time ends.',
  records: 'records of the register, datasets, purposes and releases as people named and described them',
  register: 'entries of the register',
  record: (table: keyof typeof recordKinds, name: string) => `${recordKinds[table]} ${shortName(name)}`,
  entries: (seqs: readonly number[]) =>
    `${seqs.length === 1 ? 'entry' : 'entries'} ${listed(seqs.slice(0, 10).map(String))} of the register` +
    (seqs.length > 10 ? ` (and ${counted(seqs.length - 10, 'other')})` : ''),
};
