import { valueOf, valuesOf } from '#shared/register/answer.ts';
import { codeOf, wordOf } from '#shared/register/layouts/words.ts';
import type { RecordVersion } from '#shared/register/register-snapshot.ts';
import { readLine, readValues, writeLine } from '../cell-text.ts';
import { addValues, linkedNodes, readNode } from '../read-node.ts';
import { shortTitle } from '../short-title.ts';
import { basisOf } from './basis-words.ts';
import { readAligned, readState, tookState, writeAligned, writeField, type Cell, type Writing } from './cell.ts';

const purposesOf = ({ activity, register }: Writing): RecordVersion<'purpose'>[] =>
  valuesOf(activity.body.purposes).flatMap((id) => register.find('purpose', id) ?? []);
const noWord = (): boolean => false;

/** Each purpose by its title, with its description. */
export const purposes: Cell = {
  law: true,
  write: (writing) =>
    writeField(writing, writing.activity, 'purposes', () => {
      writing.said(writing.activity, 'purposes');
      return purposesOf(writing).map((purpose) => {
        writing.said(purpose, 'title', 'description');
        const head = valueOf(purpose.body.title) ?? purpose.ref;
        return writeLine({ head, words: [], tail: valueOf(purpose.body.description) ?? '' }, noWord);
      });
    }),
  read: (text, { activity, language }) => {
    if (tookState(text, activity, 'purposes', language)) return;
    for (const value of readValues(text)) {
      const { head, tail } = readLine(value, noWord);
      const { title, whole } = shortTitle(head);
      const description = tail === '' ? whole : tail;
      addValues(activity, 'purposes', [readNode('purpose', { title, description })]);
    }
  },
};

/** The lawful basis of each purpose, in the order of the purposes. */
export const basis: Cell = {
  second: true,
  write: (writing) =>
    writeAligned(
      purposesOf(writing).map((purpose) => {
        const code = valueOf(purpose.body.basis);
        if (code === undefined) return undefined;
        writing.said(purpose, 'basis');
        return wordOf(writing.language, 'lawfulBases', code);
      }),
    ),
  read: (text, { activity, language, notMapped }) => {
    if (readState(text, language) === 'not-stated') return;
    const nodes = linkedNodes(activity, 'purposes');
    const lines = readAligned(text, nodes.length);
    if (lines === null || nodes.length === 0) return notMapped(text, 'other-count');
    for (const [at, line] of lines.entries()) {
      if (line === null) continue;
      const code = basisOf(line, language);
      if (code === null) notMapped(line, 'unknown-word');
      else nodes[at]?.fields.set('basis', { state: 'stated', values: [code] });
    }
  },
};

const between = ' / ';

/** The conditions for special categories of each purpose, in the order of the purposes. */
export const conditions: Cell = {
  second: true,
  write: (writing) =>
    writeAligned(
      purposesOf(writing).map((purpose) => {
        const codes = valuesOf(purpose.body.art9Conditions);
        if (codes.length > 0) writing.said(purpose, 'art9Conditions');
        return codes.map((code) => wordOf(writing.language, 'art9Conditions', code)).join(between);
      }),
    ),
  read: (text, { activity, language, notMapped }) => {
    if (readValues(text).every((value) => readState(value, language) !== null)) return;
    const nodes = linkedNodes(activity, 'purposes');
    const lines = readAligned(text, nodes.length);
    if (lines === null || nodes.length === 0) return notMapped(text, 'other-count');
    for (const [at, line] of lines.entries())
      for (const word of line?.split(between) ?? []) {
        const code = codeOf(language, 'art9Conditions', word);
        const node = nodes[at];
        if (code === null || node === undefined) notMapped(word, 'unknown-word');
        else addValues(node, 'art9Conditions', [code]);
      }
  },
};

/** Why the basis of each purpose holds, in the order of the purposes. */
export const justification: Cell = {
  second: true,
  write: (writing) =>
    writeAligned(
      purposesOf(writing).map((purpose) => {
        const text = valueOf(purpose.body.justification);
        if (text !== undefined) writing.said(purpose, 'justification');
        return text;
      }),
    ),
  read: (text, { activity, language, notMapped }) => {
    if (readValues(text).every((value) => readState(value, language) !== null)) return;
    const nodes = linkedNodes(activity, 'purposes');
    const lines = readAligned(text, nodes.length);
    if (lines === null || nodes.length === 0) return notMapped(text, 'other-count');
    for (const [at, line] of lines.entries())
      if (line !== null) nodes[at]?.fields.set('justification', { state: 'stated', values: [line] });
  },
};
