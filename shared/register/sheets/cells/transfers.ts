import { valueOf, valuesOf } from '#shared/register/answer.ts';
import { countryName, countryOf } from '#shared/register/layouts/countries.ts';
import { fold } from '#shared/register/layouts/fold.ts';
import { codeOf, wordOf } from '#shared/register/layouts/words.ts';
import type { RecordVersion } from '#shared/register/register-snapshot.ts';
import { readLine, readValues, writeLine } from '../cell-text.ts';
import { addValues, linkedNodes, readNode, readValuesOf, type ReadNode } from '../read-node.ts';
import {
  readAligned,
  readState,
  tookState,
  writeAligned,
  writeField,
  writeState,
  type Cell,
  type Writing,
} from './cell.ts';

const transfersOf = ({ activity, register }: Writing): RecordVersion<'transfer'>[] =>
  valuesOf(activity.body.transfers).flatMap((id) => register.find('transfer', id) ?? []);
const isCountry = (word: string): boolean => countryOf(word) !== null;

/** Where data go: a country; or an organisation, which stands with brackets, empty or around its country. */
export const transferTargets: Cell = {
  law: true,
  write: (writing) =>
    writeField(writing, writing.activity, 'transfers', () => {
      const { activity, language, said } = writing;
      said(activity, 'transfers');
      return transfersOf(writing).map((transfer) => {
        const { country, internationalOrganisation, name } = transfer.body;
        said(transfer, 'country', 'internationalOrganisation', 'name');
        const code = valueOf(country);
        const place = code === undefined ? undefined : countryName(language, code);
        const organisation = valueOf(internationalOrganisation);
        const called = valueOf(name) ?? '';
        const tail = called === (organisation ?? place) ? '' : called;
        if (organisation === undefined) return writeLine({ head: place ?? '?', words: [], tail }, isCountry);
        return `${organisation} (${place ?? ''})${tail === '' ? '' : ` — ${tail}`}`;
      });
    }),
  read: (text, { activity, language, notMapped }) => {
    if (tookState(text, activity, 'transfers', language)) return;
    for (const value of readValues(text)) {
      const found = transfersIn(value);
      if (found === null) notMapped(value, 'no-country');
      else addValues(activity, 'transfers', found);
    }
  },
};

/** The transfers that a value names; null where it names no place. */
function transfersIn(value: string): ReadNode[] | null {
  const { head, words, tail } = readLine(value, isCountry);
  const hasBrackets = words.length > 0 || value.includes(`${head} ()`);
  if (hasBrackets) {
    const country = words.map(countryOf).find((code) => code !== null);
    return [readNode('transfer', { name: tail === '' ? head : tail, internationalOrganisation: head, country })];
  }
  const one = countryOf(head);
  const codes = one === null ? head.split(/\s*[,/]\s*|\s+(?:and|et)\s+/i).map(countryOf) : [one];
  if (codes.some((code) => code === null)) return null;
  return codes.map((country) => readNode('transfer', { name: tail === '' ? head : tail, country }));
}

/** Whether data leave at all; where to, another line says. */
export const transfersYesNo: Cell = {
  law: true,
  second: true,
  write: ({ activity, language }) => {
    const answer = activity.body.transfers;
    if (answer === undefined) return '';
    return answer.state === 'stated' ? wordOf(language, 'yesNo', 'yes') : (writeState(answer, language) ?? '');
  },
  read: (text, { activity, language, notMapped }) => {
    const says = codeOf(language, 'yesNo', text);
    if (says === 'yes' && !activity.fields.has('transfers')) notMapped(text, 'no-country');
    else if (says === null && readState(text, language) === null) notMapped(text, 'unknown-word');
    else if (says === 'no' && readValuesOf(activity, 'transfers').length > 0) notMapped(text, 'contradicts');
    else if (says !== 'yes') tookState(text, activity, 'transfers', language);
  },
};

const noWord = (): boolean => false;

/** What each transfer rests on, and where that is documented, in the order of the transfers. */
export const safeguards: Cell = {
  second: true,
  write: (writing) =>
    writeAligned(
      transfersOf(writing).map((transfer) => {
        const mechanism = valueOf(transfer.body.mechanism);
        const document = valueOf(transfer.body.safeguardDocument);
        if (mechanism !== undefined) writing.said(transfer, 'mechanism');
        if (document !== undefined) writing.said(transfer, 'safeguardDocument');
        const head = mechanism === undefined ? '' : wordOf(writing.language, 'transferMechanisms', mechanism);
        return document === undefined ? head : `${head} — ${document}`.trim();
      }),
    ),
  read: (text, { activity, language, notMapped }) => {
    if (codeOf(language, 'answers', text) !== null) return;
    const nodes = linkedNodes(activity, 'transfers');
    const lines = readAligned(text, nodes.length);
    if (lines === null || nodes.length === 0) return notMapped(text, 'other-count');
    for (const [at, line] of lines.entries()) {
      if (line === null) continue;
      const { head, tail } = readLine(line.startsWith('— ') ? ` ${line}` : line, noWord);
      const code = codeOf(language, 'transferMechanisms', head);
      const document = line.startsWith('— ') ? line.slice(2) : tail;
      if (code !== null) nodes[at]?.fields.set('mechanism', { state: 'stated', values: [code] });
      const rest = code === null && document === '' ? line : document;
      if (rest !== '') nodes[at]?.fields.set('safeguardDocument', { state: 'stated', values: [rest] });
    }
  },
};

/** To whom each transfer goes, in the order of the transfers. */
export const transferRecipients: Cell = {
  second: true,
  write: (writing) =>
    writeAligned(
      transfersOf(writing).map((transfer) => {
        const id = valueOf(transfer.body.recipient);
        const recipient = id === undefined ? undefined : writing.register.find('recipient', id);
        if (recipient === undefined) return undefined;
        writing.said(transfer, 'recipient');
        return valueOf(recipient.body.name) ?? recipient.ref;
      }),
    ),
  read: (text, { activity, notMapped }) => {
    const nodes = linkedNodes(activity, 'transfers');
    const lines = readAligned(text, nodes.length);
    if (lines === null || nodes.length === 0) return notMapped(text, 'other-count');
    const known = linkedNodes(activity, 'recipients').concat(linkedNodes(activity, 'subProcessors'));
    for (const [at, line] of lines.entries()) {
      if (line === null) continue;
      const named = known.find((node) => fold(String(readValuesOf(node, 'name')[0] ?? '')) === fold(line));
      nodes[at]?.fields.set('recipient', { state: 'stated', values: [named ?? readNode('recipient', { name: line })] });
    }
  },
};
