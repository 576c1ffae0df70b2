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
  tooMuch: (pack: string, mebibytes: number) =>
    `${shortName(pack)} would unpack to more than ${count(mebibytes)} MB. It is not one that Custos made.`,
};
