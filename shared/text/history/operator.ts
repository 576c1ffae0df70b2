import type { operatorEntries } from '#shared/journal/entry-kinds/operator.ts';
import { roleNames } from '../operators.ts';
import { because, type Sentences } from './told.ts';

export const operatorSentences: Sentences<keyof typeof operatorEntries> = {
  'operator.added': ({ who, said: { name, role } }) =>
    who === name
      ? `${who} works here as ${roleNames[role]}, and signs with a key of their own from here on.`
      : `${who} added ${name}, who works here as ${roleNames[role]}.`,
  'operator.role-changed': ({ who, said: { name, from, to, reason } }) =>
    because(`${who} made ${name} ${roleNames[to]}, who was ${roleNames[from]}`, reason),
  'operator.left': ({ who, said: { name, reason } }) =>
    because(who === name ? `${who} works here no more` : `${who} entered that ${name} works here no more`, reason),
  'operator.recovered': ({ said: { name } }) =>
    `${name} got a new key and a new passphrase, by the recovery key; the former ones open nothing any more.`,
};
