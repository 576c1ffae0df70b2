import { counted, moment } from '../numbers.ts';

/** Signed heads of the register, in their tab of the Register screen. */
export const headsTabText = {
  newest: {
    title: 'The newest head',
    said:
      'One signature over everything entered so far. Kept outside the workspace, by print, mail or another disk, it ' +
      'shows later whether anything of it was changed, removed or put back.',
    code: 'Code to read out',
    entries: 'Entries',
    signed: 'Signed',
    root: 'Root (SHA-256)',
    save: 'Save head',
    print: 'Print',
    copy: 'Copy',
    copied: 'Copied',
    a4: 'PDF, A4',
    letter: 'PDF, Letter',
    html: 'HTML page',
    file: (name: string, size: number, ending: string) => `${name}-${size}.${ending}`,
    saved: (file: string, size: number) => `${file} holds the head of ${counted(size, 'entry', 'entries')}.`,
  },
  check: {
    title: 'Check a head',
    said: 'A head that was kept outside is held against the register: every entry that it covers must still be there.',
    button: 'Check a head…',
    holds: 'It holds',
    not: 'It does not hold',
    show: (seq: number) => `Show entry ${seq}`,
  },
  second: {
    title: 'Countersigned by a second person',
    said:
      'Whoever countersigns says: I saw this head at that time. With it nobody, not even whoever holds the workspace’s ' +
      'key, can write the entries before it anew unnoticed.',
    countersign: 'Countersign the newest head',
    bringIn: 'Bring a countersigned head in…',
    none: 'Nobody has countersigned a head of this register yet.',
    table: 'Countersignatures',
    columns: ['Who', 'What', 'When', 'Entry'],
    covers: (size: number) => `the first ${counted(size, 'entry', 'entries')}`,
    at: (at: string) => moment(at),
    entry: (seq: number) => `#${seq}`,
    showEntry: (seq: number) => `Show entry ${seq}`,
    done: (name: string, size: number, file: string) =>
      `${name} countersigned the first ${counted(size, 'entry', 'entries')}; ${file} is the head to keep.`,
    broughtIn: (names: string, size: number) =>
      `The countersignature of ${names} under the first ${counted(size, 'entry', 'entries')} is in the register.`,
  },
  stamp: {
    title: 'Stamped by a time-stamp authority',
    said:
      'A third party, a time-stamp authority (RFC 3161), can confirm when a head was there. “custos register stamp-request” ' +
      'writes a small file for it, with a hash and a number and nothing else; Custos sends nothing, so you carry it to ' +
      'a machine with a network and to an authority that you trust. Its answer is taken in by “custos register stamp” and ' +
      'checked here, offline.',
    proves:
      'It proves that the head, and with it every entry under it, existed at that time. It does not prove that what the ' +
      'entries say is true, nor who wrote them, and it says nothing of entries that came later.',
  },
  keys: {
    title: 'Keys for countersignatures',
    said:
      'Operators can be registered here; somebody who does not work in this workspace makes a key with “custos register ' +
      'cosigner-key” and hands over the line it shows.',
    none: 'No key is registered.',
    table: 'Registered keys',
    columns: ['Name', 'Key', 'Entry'],
    who: 'Whose key',
    other: 'Another key',
    key: 'Key',
    keyHelp: 'name+hash+key, in one line',
    reason: 'Reason',
    register: 'Register key',
    done: (name: string) => `${name} may countersign heads of this register now.`,
  },
};
