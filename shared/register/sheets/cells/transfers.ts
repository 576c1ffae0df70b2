import { valueOf, valuesOf } from '#shared/register/answer.ts';
import { countryName } from '#shared/register/layouts/countries.ts';
import { fold } from '#shared/register/layouts/fold.ts';
import { codeOf, wordOf } from '#shared/register/layouts/words.ts';
import type { RecordVersion } from '#shared/register/register-snapshot.ts';
import { readLine, readValues, writeLine } from '../cell-text.ts';
import { addValues, linkedNodes, readNode, readValuesOf } from '../read-node.ts';
import {
  isDash,
  readAligned,
  readState,
  tookState,
  writeAligned,
  writeField,
  writeState,
  type Cell,
  type Reading,
  type Writing,
} from './cell.ts';
import { isPlaceWord, mechanismOf, namesCountry, openingOf, transfersIn } from './transfer-places.ts';

const transfersOf = ({ activity, register }: Writing): RecordVersion<'transfer'>[] =>
  valuesOf(activity.body.transfers).flatMap((id) => register.find('transfer', id) ?? []);

/** Where data go: a country; or an international organisation, which is called so in brackets. */
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
        if (organisation === undefined)
          return writeLine({ head: place ?? '?', words: [], tail }, isPlaceWord(language));
        const what = [wordOf(language, 'transferPlaces', 'organisation'), ...(place === undefined ? [] : [place])];
        return writeLine({ head: organisation, words: what, tail }, isPlaceWord(language));
      });
    }),
  read: (text, reading) => {
    if (isDash(text) || !tookState(text, reading.activity, 'transfers', reading.language)) readTargets(text, reading);
  },
};

/** Takes the transfers that a cell names. @param text no answer without a value as a whole */
function readTargets(text: string, { activity, language, notMapped }: Reading): void {
  const { says, rest } = openingOf(text, language);
  if (says === 'no') {
    if (namesCountry(rest)) notMapped(text, 'says-both');
    else if (!activity.fields.has('transfers'))
      activity.fields.set('transfers', rest === '' ? { state: 'none' } : { state: 'none', reason: text });
    return;
  }
  if (rest === '') return notMapped(text, 'no-country');
  for (const value of readValues(rest)) {
    const mechanism = mechanismOf(value, language);
    const before = linkedNodes(activity, 'transfers').filter((node) => !node.fields.has('mechanism'));
    const found = transfersIn(value, language);
    if (found !== null) addValues(activity, 'transfers', found);
    else if (mechanism !== null && before.length > 0)
      for (const node of before) node.fields.set('mechanism', { state: 'stated', values: [mechanism] });
    else notMapped(value, 'no-country');
  }
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
  read: (text, reading) => {
    const { activity, language, notMapped } = reading;
    if (!isDash(text) && tookState(text, activity, 'transfers', language)) return contradicted(text, reading);
    const { says, rest } = openingOf(text, language);
    const isKnown = activity.fields.has('transfers');
    if (says === null && !isKnown && namesCountry(rest)) readTargets(text, reading);
    else if (says === null) notMapped(text, 'unknown-word');
    else if (says === 'no') {
      if (!isKnown) readTargets(text, reading);
      else contradicted(text, reading);
    } else if (!isKnown) readTargets(text, reading);
    else if (rest !== '') notMapped(text, 'contradicts');
  },
};

/** Says so where a line tells that there is no transfer, and another names one. */
function contradicted(text: string, { activity, language, notMapped }: Reading): void {
  const isNone = openingOf(text, language).says === 'no';
  if (isNone && readValuesOf(activity, 'transfers').length > 0) notMapped(text, 'contradicts');
}

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
    if (readState(text, language) !== null) return;
    const nodes = linkedNodes(activity, 'transfers');
    const lines = readAligned(text, nodes.length);
    if (lines === null || nodes.length === 0) return notMapped(text, 'other-count');
    const isForAll = nodes.length > 1 && readValues(text).length === 1;
    for (const [at, line] of lines.entries()) {
      if (line === null) continue;
      const { head, tail } = readLine(line.startsWith('— ') ? ` ${line}` : line, noWord);
      const code = codeOf(language, 'transferMechanisms', head);
      const document = line.startsWith('— ') ? line.slice(2) : tail;
      const node = nodes[at];
      const stated = node === undefined ? undefined : readValuesOf(node, 'mechanism')[0];
      // What stands beside the country goes before a line that is for all of them.
      if (code !== null && stated !== undefined && stated !== code) {
        if (isForAll) continue;
        notMapped(line, 'contradicts');
        continue;
      }
      if (code !== null) node?.fields.set('mechanism', { state: 'stated', values: [code] });
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
