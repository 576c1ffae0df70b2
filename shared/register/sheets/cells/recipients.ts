import { valueOf, valuesOf } from '#shared/register/answer.ts';
import { countryName, countryOf } from '#shared/register/layouts/countries.ts';
import { codeOf, wordOf, type LayoutLanguage } from '#shared/register/layouts/words.ts';
import type { RecordVersion } from '#shared/register/register-snapshot.ts';
import type { RecipientKind } from '#shared/register/vocabulary/recipients-and-transfers.ts';
import { fold } from '#shared/register/layouts/fold.ts';
import { readLine, readValues, writeLine } from '../cell-text.ts';
import { addValues, linkedNodes, readNode, readValuesOf, type ReadNode } from '../read-node.ts';
import { readState, tookState, writeField, type Cell, type Writing } from './cell.ts';

const isWord = (language: LayoutLanguage) => (word: string) =>
  codeOf(language, 'recipientKinds', word) !== null || countryOf(word) !== null;

function lineOf(recipient: RecordVersion<'recipient'>, { language, said }: Writing): string {
  const { name, kind, country } = recipient.body;
  said(recipient, 'name', 'kind', 'country');
  const kindCode = valueOf(kind);
  const countryCode = valueOf(country);
  const words = [
    ...(kindCode === undefined ? [] : [wordOf(language, 'recipientKinds', kindCode)]),
    ...(countryCode === undefined ? [] : [countryName(language, countryCode)]),
  ];
  return writeLine({ head: valueOf(name) ?? recipient.ref, words, tail: '' }, isWord(language));
}

function nodeOf(value: string, language: LayoutLanguage, otherwise: RecipientKind | undefined): ReadNode {
  const { head, words, tail } = readLine(value, isWord(language));
  const kind = words.map((word) => codeOf(language, 'recipientKinds', word)).find((code) => code !== null);
  const country = words
    .filter((word) => codeOf(language, 'recipientKinds', word) === null)
    .map((word) => countryOf(word))
    .find((code) => code !== null);
  const name = tail === '' ? head : `${head} — ${tail}`;
  return readNode('recipient', { name, kind: kind ?? otherwise, country });
}

type RecipientField = 'recipients' | 'subProcessors';

/**
 * Who receives data: all of them, or those of some kinds where a form has a line for these. A name without its kind is
 * of the first of them.
 */
export const recipients = (kinds?: readonly RecipientKind[], field: RecipientField = 'recipients'): Cell => ({
  ...(field === 'recipients' && kinds === undefined ? { law: true as const } : {}),
  write: (writing) => {
    const { activity, register, said } = writing;
    const all = valuesOf(activity.body[field]).flatMap((id) => register.find('recipient', id) ?? []);
    const mine = all.filter(({ body }) => {
      const kind = valueOf(body.kind);
      return kinds === undefined || (kind === undefined ? kinds.includes('external-controller') : kinds.includes(kind));
    });
    const answer = activity.body[field];
    if (kinds !== undefined && mine.length === 0 && answer?.state === 'stated') return '';
    return writeField(writing, activity, field, () => {
      said(activity, field);
      return mine.map((recipient) => lineOf(recipient, writing));
    });
  },
  read: (text, { activity, language }) => {
    if (tookState(text, activity, field, language)) return;
    addValues(
      activity,
      field,
      readValues(text).map((value) => nodeOf(value, language, kinds?.[0])),
    );
  },
});

/** The contract with each recipient that has one. */
export const contracts: Cell = {
  second: true,
  write: ({ activity, register, said }) =>
    valuesOf(activity.body.recipients)
      .flatMap((id) => register.find('recipient', id) ?? [])
      .flatMap((recipient) => {
        const contract = valueOf(recipient.body.contract);
        if (contract === undefined) return [];
        said(recipient, 'contract');
        return [
          writeLine({ head: valueOf(recipient.body.name) ?? recipient.ref, words: [], tail: contract }, () => false),
        ];
      })
      .map((line) => `• ${line}`)
      .join('\n'),
  read: (text, { activity, notMapped, language }) => {
    if (readState(text, language) !== null) return;
    const nodes = linkedNodes(activity, 'recipients');
    for (const value of readValues(text)) {
      const { head, tail } = readLine(value, () => false);
      const named = nodes.find((node) => fold(String(readValuesOf(node, 'name')[0] ?? '')) === fold(head));
      const processors = nodes.filter((node) => readValuesOf(node, 'kind')[0] === 'processor');
      const of = named ?? (tail === '' && processors.length === 1 ? processors[0] : undefined);
      if (of === undefined) notMapped(value, 'not-named-here');
      else of.fields.set('contract', { state: 'stated', values: [tail === '' ? head : tail] });
    }
  },
};
