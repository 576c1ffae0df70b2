import type { journalEntries } from '#shared/journal/entry-kinds/journal.ts';
import { counted, moment } from '../numbers.ts';
import { because, type Sentences } from './told.ts';

export const journalSentences: Sentences<keyof typeof journalEntries> = {
  'clock.set-back': ({ said: { clock, newest } }) =>
    `The clock of this machine said ${moment(clock)}, before the newest entry of ${moment(newest)}.`,
  'checkpoint.head-repaired': ({ said: { found, size } }) =>
    `The signed head of ${counted(size, 'entry', 'entries')} was written anew: the one that was kept was ` +
    `${{ missing: 'missing', unusable: 'unusable', ahead: 'of another register' }[found]}.`,
  'checkpoint.rolled-back': ({ said: { seenSize, seenAt, size } }) =>
    `An older register was opened, of ${counted(size, 'entry', 'entries')}: this machine had seen ` +
    `${counted(seenSize, 'entry', 'entries')} ${moment(seenAt)}.`,
  'cosigner.registered': ({ who, said: { name, reason } }) =>
    because(`${who} registered the key with which ${name} countersigns heads of this register`, reason),
  'head.countersigned': ({ said: { name, size, at } }) =>
    `${name} countersigned the head of ${counted(size, 'entry', 'entries')} on ${moment(at)}.`,
  'head.stamped': ({ who, said: { authority, size, at, trustedRootSha256 } }) => {
    const trust =
      trustedRootSha256 === null
        ? 'whether that authority is to be trusted was not decided'
        : `that it leads to a certificate to be trusted is the word of ${who}`;
    return (
      `A time stamp by ${authority} says that the head of ${counted(size, 'entry', 'entries')} was there ` +
      `${moment(at)}; ${trust}.`
    );
  },
};
