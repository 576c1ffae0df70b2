import { valueOf, valuesOf } from '#shared/register/answer.ts';
import { codeOf, wordOf, type LayoutLanguage } from '#shared/register/layouts/words.ts';
import type { DataCategory } from '#shared/register/vocabulary/people-and-data.ts';
import { readLine, readValues, writeLine } from '../cell-text.ts';
import { addValues, readValuesOf } from '../read-node.ts';
import { codesOf, pieces, readState, tookState, writeField, writeState, type Cell, type Reading } from './cell.ts';

const isWord = (language: LayoutLanguage) => (word: string) =>
  codeOf(language, 'dataCategories', word) !== null || codeOf(language, 'specialCategories', word) !== null;

/** Categories of data, each with what exactly; those of some families only where a form has a line per family. */
export const dataItems = (families?: readonly DataCategory[]): Cell => ({
  ...(families === undefined ? { law: true as const } : {}),
  write: (writing) => {
    const { activity, language, said } = writing;
    const mine = valuesOf(activity.body.dataItems).filter(({ category }) => families?.includes(category) ?? true);
    if (families !== undefined && mine.length === 0) return '';
    return writeField(writing, activity, 'dataItems', () =>
      mine.map(({ category, what, special }) => {
        said(activity, 'dataItems.category', 'dataItems.what', 'dataItems.special');
        const word = wordOf(language, 'dataCategories', category);
        const sensitive = special === undefined ? [] : [wordOf(language, 'specialCategories', special)];
        const line =
          what === undefined ? { head: word, words: sensitive } : { head: what, words: [word, ...sensitive] };
        return writeLine({ ...line, tail: '' }, isWord(language));
      }),
    );
  },
  read: (text, reading) => {
    const state = readState(text, reading.language);
    if (families === undefined && tookState(text, reading.activity, 'dataItems', reading.language)) return;
    if (state !== null) return;
    addValues(
      reading.activity,
      'dataItems',
      readValues(text).flatMap((value) => itemsOf(value, families?.[0] ?? 'other', reading)),
    );
  },
});

/** The data that a value names: several categories by their words, or one with what exactly. */
function itemsOf(value: string, otherwise: DataCategory, { language }: Reading): Record<string, string>[] {
  const { head, words } = readLine(value, isWord(language));
  const category = words.map((word) => codeOf(language, 'dataCategories', word)).find((code) => code !== null);
  const special = words.map((word) => codeOf(language, 'specialCategories', word)).find((code) => code !== null);
  const also: Record<string, string> = special === undefined ? {} : { special };
  if (category !== undefined) return [{ category, what: head, ...also }];
  const plain = codesOf(language, 'dataCategories', head);
  if (plain !== null)
    return plain.map((code) => {
      const isOwnWord = wordOf(language, 'dataCategories', code) === head;
      return { category: code, ...(isOwnWord || plain.length > 1 ? {} : { what: head }), ...also };
    });
  const sensitive = codeOf(language, 'specialCategories', head);
  if (sensitive !== null) return [{ category: 'special', what: head, special: sensitive }];
  const parts = pieces(head);
  const known = parts.map((part) => codeOf(language, 'dataCategories', part));
  if (parts.length > 1 && known.some((code) => code !== null && code !== otherwise))
    return parts.map((what, at) => ({ category: known[at] ?? otherwise, what, ...also }));
  return [{ category: otherwise, what: head, ...also }];
}

/** Whether special categories are processed, and which; what the categories of data already say. */
export const sensitiveData: Cell = {
  second: true,
  write: ({ activity, language }) => {
    const answer = activity.body.dataItems;
    if (answer === undefined) return '';
    if (answer.state !== 'stated') return writeState(answer, language) ?? '';
    const kinds = [...new Set(valuesOf(answer).flatMap(({ special }) => special ?? []))];
    if (kinds.length === 0) return wordOf(language, 'yesNo', 'no');
    const words = kinds.map((kind) => wordOf(language, 'specialCategories', kind));
    return `${wordOf(language, 'yesNo', 'yes')}: ${words.join('; ')}`;
  },
  read: (text, { activity, language, notMapped }) => {
    if (readState(text, language) !== null) return;
    const [, answer = '', kinds = ''] = /^\s*(\p{L}+)\s*[:,–—-]?\s*(.*)$/su.exec(text) ?? [];
    const says = codeOf(language, 'yesNo', answer);
    const rest = says === null ? text : kinds;
    for (const value of readValues(rest)) {
      const found = codesOf(language, 'specialCategories', value);
      if (found === null) {
        notMapped(value, 'unknown-word');
        continue;
      }
      const known = (readValuesOf(activity, 'dataItems') as Record<string, string>[]).map(({ special }) => special);
      const added = found.filter((special) => !known.includes(special));
      addValues(
        activity,
        'dataItems',
        added.map((special) => ({ category: 'special', special })),
      );
    }
    if (says === 'yes' && rest.trim() === '') notMapped(text, 'unknown-word');
  },
};

const isSource = (language: LayoutLanguage) => (word: string) => codeOf(language, 'dataSourceKinds', word) !== null;

/** Where the data come from. */
export const dataSources: Cell = {
  write: (writing) =>
    writeField(writing, writing.activity, 'dataSources', () =>
      valuesOf(writing.activity.body.dataSources).map(({ kind, who }) => {
        writing.said(writing.activity, 'dataSources.kind', 'dataSources.who');
        const word = wordOf(writing.language, 'dataSourceKinds', kind);
        const line = who === undefined ? { head: word, words: [] } : { head: who, words: [word] };
        return writeLine({ ...line, tail: '' }, isSource(writing.language));
      }),
    ),
  read: (text, { activity, language, notMapped }) => {
    if (tookState(text, activity, 'dataSources', language)) return;
    for (const value of readValues(text)) {
      const { head, words } = readLine(value, isSource(language));
      const [word] = words;
      const kinds = codesOf(language, 'dataSourceKinds', word ?? head);
      if (kinds === null) notMapped(value, 'unknown-word');
      else
        addValues(
          activity,
          'dataSources',
          kinds.map((kind) => ({ kind, ...(word === undefined ? {} : { who: head }) })),
        );
    }
  },
};

/** Whether a machine decides, and by which logic. */
export const automatedDecision: Cell = {
  write: (writing) => {
    const { activity, language, said } = writing;
    const code = valueOf(activity.body.automatedDecision);
    if (code === undefined) return writeField(writing, activity, 'automatedDecision', () => []);
    said(activity, 'automatedDecision');
    const logic = valueOf(activity.body.profiling);
    if (logic !== undefined) said(activity, 'profiling');
    const head = wordOf(language, 'automatedDecision', code);
    return writeLine({ head, words: [], tail: logic ?? '' }, () => false);
  },
  read: (text, { activity, language, notMapped }) => {
    const { head, tail } = readLine(text, () => false);
    const code = codeOf(language, 'automatedDecision', head);
    if (code !== null) {
      addValues(activity, 'automatedDecision', [code]);
      if (tail !== '') addValues(activity, 'profiling', [tail]);
    } else if (!tookState(text, activity, 'automatedDecision', language)) notMapped(text, 'unknown-word');
  },
};
