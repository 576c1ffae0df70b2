import { count } from '../numbers.ts';
import { shortName } from '../names.ts';

/** What is said of evidence packs, and of packs that come from outside. */
export const evidencePackText = {
  cutShort: (pack: string) =>
    `${shortName(pack)} is no ZIP, or was cut short. Ask for it again, or compare its length with the sender's.`,
  tooManyFiles: (pack: string, files: number) =>
    `${shortName(pack)} holds ${count(files)} files, more than an evidence pack has. It is not one that Custos made.`,
  fileDamaged: (pack: string, file: string) =>
    `${shortName(file)} in ${shortName(pack)} cannot be unpacked: its bytes are not those that were packed.`,
  path: (pack: string, file: string) =>
    `${shortName(pack)} holds a file called ${shortName(file)}, a name that leads out of its folder or that some system ` +
    `refuses. Nothing was unpacked.`,
  twice: (pack: string, file: string) =>
    `${shortName(pack)} holds two files called ${shortName(file)}. Which of them is meant cannot be told. Nothing was unpacked.`,
  packed: (pack: string, file: string) =>
    `${shortName(file)} in ${shortName(pack)} is compressed. Custos stores files as they are: this ZIP was packed anew. ` +
    `Ask for the pack as it was made.`,
  tooMuch: (pack: string, mebibytes: number) =>
    `${shortName(pack)} holds more than ${count(mebibytes)} MB. It is not one that Custos made.`,
  beforeTheBeginning: (asked: string, began: string) =>
    `There was no register on ${asked}: its first entry is of ${began}. Choose that day or a later one.`,
  notYet: (asked: string) =>
    `${asked} is still to come: what will be then, nobody can show. Choose a day that has begun.`,
  noManifest: (pack: string) =>
    `${shortName(pack)} holds no MANIFEST.json: it is no evidence pack, or the file that proves the others was taken out.`,
  manifestUnreadable: (pack: string) =>
    `MANIFEST.json in ${shortName(pack)} is not as Custos writes it: it was changed, or is of a later version.`,
  noSignature: 'MANIFEST.sig is missing: nobody signed the list of files.',
  signatureOfOther: 'MANIFEST.sig signs another list of files than MANIFEST.json.',
  signatureWrong: 'MANIFEST.sig was not signed with the key that MANIFEST.json names.',
  notInPack: (file: string) =>
    `${shortName(file)} is not in the pack, and has to be: without it nothing shows that the log holds.`,
  added: (file: string) => `${shortName(file)} was not in the pack when it was signed.`,
  missing: (file: string) => `${shortName(file)} is missing.`,
  changed: (file: string) => `${shortName(file)} is not the file that was signed.`,
  headOfOther: 'The signed head of the log is not the one that MANIFEST.json names.',
  logUnreadable: 'The log cannot be read: a line of it is no entry.',
  recordOtherwise: (ref: string, version: number) =>
    `${ref}, version ${version}, is not the one that the log tells of: it was changed behind the log.`,
  tooDeep: (file: string) => `${shortName(file)} is nested deeper than anything that Custos writes.`,
  copyOtherwise: (file: string, part: string, seq: number) =>
    `${shortName(file)} does not say of ${shortName(part)} what entry ${seq} of the log says: it was changed behind the ` +
    'log. Believe the log.',
  stamp: {
    missing: (file: string, seq: number) =>
      `${shortName(file)} is not in the pack: the time stamp that entry ${seq} tells of was lost before it was made, or ` +
      'taken out. Ask whoever handed it over for a copy of the stamp.',
    changed: (file: string, seq: number) => `${shortName(file)} is not the time stamp that entry ${seq} tells of.`,
    other: (file: string, seq: number) =>
      `${shortName(file)} is not a time stamp of the head that entry ${seq} names: that entry is not true.`,
    otherwise: (file: string, seq: number) =>
      `${shortName(file)} does not say the time, authority, number, rules and certificate that entry ${seq} says: that ` +
      'entry is not true.',
    forged: (file: string, seq: number) =>
      `${shortName(file)}, the time stamp that entry ${seq} tells of, does not hold: its signature was not made by the ` +
      'certificate in it, or that was not one for time stamps then.',
  },
  container: (file: string | null) =>
    `Every file is as it was signed, but the ZIP around them was changed${file === null ? '' : ` near ${shortName(file)}`}, ` +
    `or packed anew. Ask for the pack as it was made.`,
  notThere: (pack: string) => `There is no file ${shortName(pack)}. Check the path.`,
};
