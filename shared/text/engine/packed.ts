import { firstNames, shortName } from '../names.ts';
import { bytes, count, counted } from '../numbers.ts';

/** Sentences of reading a table out of a compressed file. A `file` is a name without its folder. */
export const packedText = {
  called: { gzip: 'gzip', zstd: 'Zstandard', zip: 'ZIP archive' },
  beginsLike: {
    gzip: 'The file begins with the mark of gzip.',
    zstd: 'The file begins with the mark of Zstandard.',
    zip: 'The file begins with the mark of a ZIP archive.',
  },
  inArchive: (file: string, member: string) => `${file} › ${member}`,
  onlyTable: (others: number) =>
    others === 0
      ? 'It is the only file in the archive.'
      : `It is the only table in the archive, beside ${counted(others, 'other file')}.`,
  largestOf: (tables: number) => `It is the largest of ${counted(tables, 'table')} in the archive.`,
  otherMembers: (chosen: string, others: readonly string[]) =>
    `The archive holds ${counted(others.length + 1, 'table')}. Read is the largest, ${shortName(chosen)}; not read: ` +
    `${firstNames(others)}. Choose another by its name.`,
  bytesBehind: 'Bytes stand behind the end of what is packed in the file; they were not read.',

  noTable: (file: string) => `“${file}” is a ZIP archive with no table in it: choose another file.`,
  noSuchMember: (file: string, members: readonly string[]) =>
    `“${file}” holds no table of that name. It holds ${firstNames(members)}.`,
  noArchive: (file: string) => `“${file}” is no archive, so no file can be chosen in it.`,
  tooManyMembers: (file: string, most: number) =>
    `“${file}” holds more files than the ${count(most)} that are looked through: unpack it and open the table inside.`,
  cutOff: (file: string) => `“${file}” is a ZIP archive without its directory: it was cut off; get it again.`,
  damaged: (file: string) => `“${file}” cannot be unpacked to its end: it is damaged or was cut off; get it again.`,
  encrypted: (file: string) => `“${file}” is encrypted: unpack it with its password and open the table inside.`,
  otherMethod: (file: string, method: number) =>
    `“${file}” is packed by a method of ZIP (${method}) that is not read here: unpack it first.`,
  packedTwice: (file: string) => `“${file}” holds another packed file: unpack it once and open what is inside.`,
  unpacksToTooMuch: (file: string, packed: number) =>
    `“${file}” (${bytes(packed)}) would unpack to more than a table of that size can: if it is one, unpack it first.`,
};
