import { numbered } from './numbers.ts';

/** Where a signed head lies: in the register itself, in its folder, in this user's profile, or in a file kept elsewhere. */
export type HeadPlace = 'register' | 'folder' | 'machine' | 'given';

const places: Record<HeadPlace, string> = {
  register: 'inside the register',
  folder: 'in head.json',
  machine: 'that this machine remembers',
  given: 'in the file that was given',
};
const entries = (from: number, to: number): string => (from === to ? `entry ${from}` : `entries ${from}–${to}`);
const entriesFirst = (from: number, to: number): string => (from === to ? `Entry ${from}` : `Entries ${from}–${to}`);

/**
 * What verifying a register finds. Entries are named by their number, heads by where they lie; no payload is quoted.
 */
export const registerCheckText = {
  wrongType: (seq: number, column: string) => `Entry ${seq} was changed: its ${column} is not of the stored type.`,
  changed: (seq: number, kind: string) => `Entry ${seq} (${kind}) was changed: its content does not match its hash.`,
  inserted: (seq: number, expected: number) =>
    `Entry ${seq} stands where entry ${expected} belongs: inserted or out of order.`,
  missing: (from: number, to: number) =>
    `${entriesFirst(from, to)} ${from === to ? 'is' : 'are'} missing: removed after being written.`,
  allMissing: 'The register has no entries: all of them, from entry 1, were removed.',
  replacedItself: (seq: number) => `Entry ${seq} was replaced: it does not follow from entry ${seq - 1}.`,
  replacedBefore: (seq: number) => `Entry ${seq} was replaced: entry ${seq + 1} does not follow from it.`,
  timeOrder: (seq: number) => `Entry ${seq} says it was written before entry ${seq - 1}.`,
  unsigned: (from: number, to: number) =>
    `${entriesFirst(from, to)} came after the newest signed checkpoint: something other than Custos wrote there.`,
  rolledBack: (seq: number, at: string, { seenSize, size }: { seenSize: number; size: number }) =>
    `Entry ${seq} (${at}) says that this register was put back: it then had ` +
    `${numbered(size, 'entry', 'entries')} where ${seenSize} had been seen. What stood in those others is not in it. This stays so, under whatever name.`,
  clockBehind: (seq: number, many: number, time: string, clock: string) =>
    `The clock of the machine ran backwards: at entry ${seq} it said ${clock}, while the register had reached ` +
    `${time}. ${many === 1 ? 'That entry keeps' : `${many} entries keep`} the later time, with the clock’s own ` +
    'beside it.',
  /** Who signed an entry; names are those that the register holds. */
  signature: {
    missing: (seq: number, actor: string) =>
      `Entry ${seq} says that ${actor} wrote it and bears no signature: something other than Custos wrote it, or the ` +
      'signature was removed.',
    foreign: (seq: number, actor: string, other: string | null) =>
      `Entry ${seq} says that ${actor} wrote it and is signed with ` +
      `${other === null ? 'a key that is no operator’s' : `the key of ${other}`}.`,
    wrong: (seq: number, actor: string) =>
      `Entry ${seq} says that ${actor} wrote it, and its signature is not one by their key over this entry.`,
    unknown: (seq: number, actor: string) =>
      `Entry ${seq} says that ${actor.slice(0, 200)} wrote it, who was no operator of the workspace then.`,
    overstepped: {
      people: (seq: number, actor: string) =>
        `Entry ${seq} says who works in the workspace, and ${actor} was no approver then, who alone may say so.`,
      approval: (seq: number, actor: string) =>
        `Entry ${seq} takes an approver, and ${actor} was none then. What it approves or sets was not approved.`,
      override: (seq: number, actor: string) =>
        `Entry ${seq} lets a release out in spite of a block, and ${actor} was no approver then or did it in another’s ` +
        'name: nobody who may has answered for it.',
    },
    recovered: (seq: number, actor: string, at: string) =>
      `Entry ${seq} (${at}) gives ${actor} a new key in place of a lost one, as the recovery key does. Ask ${actor}: ` +
      'somebody else may have taken their place.',
  },
  more: (many: number) => `${many} further problems are not listed.`,
  head: {
    missing: (place: HeadPlace) => `The signed head ${places[place]} is missing: it was deleted.`,
    untrusted: (place: HeadPlace, problem: string) => `The signed head ${places[place]} cannot be trusted: ${problem}.`,
    otherWorkspace: (place: HeadPlace) => `The signed head ${places[place]} belongs to another workspace.`,
    forked: (size: number, at: string) =>
      `This machine has seen another branch of this register (${numbered(size, 'entry', 'entries')}, signed ` +
      `${at}): a copy that went on by itself. The two share their beginning only.`,
    removed: (place: HeadPlace, at: string, size: number, last: number) =>
      `The signed head ${places[place]} of ${at} covers ${numbered(size, 'entry', 'entries')}, the register ends at entry ${last}: ` +
      `${entries(last + 1, size)} ${size === last + 1 ? 'was' : 'were'} removed, or an older register was put back.`,
    contradicted: (seq: number, size: number) =>
      `Entry ${seq} is about a head of ${numbered(size, 'entry', 'entries')} that this register never had.`,
    countersignatureWrong: (seq: number, name: string) =>
      `The countersignature of ${name} in entry ${seq} does not match the head that it is about.`,
    rewritten: (place: HeadPlace, at: string, size: number) =>
      `The signed head ${places[place]} of ${at} does not match: entries up to ${size} were rewritten as a whole.`,
  },
  /** Why a signed note cannot be trusted; completes `head.untrusted`. */
  note: {
    noCheckpoint: 'it is not a signed checkpoint',
    otherText: 'its text is not a checkpoint',
    signatureLine: 'a signature line in it cannot be read',
    signature: 'its signature does not match its text',
    noTime: 'it does not say, signed, when it was made',
    otherKey: "it is not signed by this workspace's key",
  },
  /** Why a proof that was handed out does not hold. */
  proof: {
    noProof: 'This is no proof of a register of Custos: it may have been cut short.',
    headUntrusted: (problem: string) => `The signed head in the proof cannot be trusted: ${problem}.`,
    entryNotIn: (seq: number) => `The proof does not show that this entry is entry ${seq} of the register it names.`,
    otherLog: 'The proof is about another register than the older head.',
    notContinued: (size: number) =>
      `The proof does not show that the register goes on from the head of ${numbered(size, 'entry', 'entries')}.`,
  },
  /** The part of an entry that the register cannot hold. */
  foreign: {
    brokenText: (path: string) => `${path} (a broken Unicode text)`,
    notWhole: (path: string) => `${path} (a number that is not whole: write decimals as text)`,
    otherType: (path: string, type: string) => `${path} (${type})`,
    notPlain: (path: string) => `${path} (not a plain object)`,
  },
};
