import { valueOf, valuesOf, type SingleAnswer } from '#shared/register/answer.ts';
import { codeOf, wordOf, type WordList } from '#shared/register/layouts/words.ts';
import type { RecordBody } from '#shared/register/record-kinds/index.ts';
import { readValues } from '../cell-text.ts';
import { addValues } from '../read-node.ts';
import { codesOf, tookState, writeField, type Cell } from './cell.ts';

type ActivityField = keyof RecordBody<'activity'>;

/** A text of the activity itself. */
export const textCell = (field: ActivityField): Cell => ({
  write: (writing) =>
    writeField(writing, writing.activity, field, () => {
      writing.said(writing.activity, field);
      return [String(valueOf(writing.activity.body[field] as SingleAnswer<unknown>) ?? '')];
    }),
  read: (text, { activity, language }) => {
    if (!tookState(text, activity, field, language)) addValues(activity, field, [text.replace(/^• /, '')]);
  },
});

/** Several texts of the activity. */
export const textsCell = (field: 'processingCategories', law?: true): Cell => ({
  ...(law === undefined ? {} : { law }),
  write: (writing) =>
    writeField(writing, writing.activity, field, () => {
      writing.said(writing.activity, field);
      return valuesOf(writing.activity.body[field]);
    }),
  read: (text, { activity, language }) => {
    if (!tookState(text, activity, field, language)) addValues(activity, field, readValues(text));
  },
});

/** One of a list of words. */
export const choiceCell = (field: ActivityField, list: WordList): Cell => ({
  write: (writing) =>
    writeField(writing, writing.activity, field, () => {
      writing.said(writing.activity, field);
      const value = valueOf(writing.activity.body[field] as SingleAnswer<unknown>);
      return [wordOf(writing.language, list, String(value))];
    }),
  read: (text, { activity, language, notMapped }) => {
    const code = codeOf(language, list, text);
    if (code !== null) addValues(activity, field, [code]);
    else if (!tookState(text, activity, field, language)) notMapped(text, 'unknown-word');
  },
});

/** Whose data. */
export const dataSubjects: Cell = {
  law: true,
  write: (writing) =>
    writeField(writing, writing.activity, 'dataSubjects', () => {
      writing.said(writing.activity, 'dataSubjects');
      return valuesOf(writing.activity.body.dataSubjects).map((code) => wordOf(writing.language, 'dataSubjects', code));
    }),
  read: (text, { activity, language, notMapped }) => {
    if (tookState(text, activity, 'dataSubjects', language)) return;
    for (const value of readValues(text)) {
      const codes = codesOf(language, 'dataSubjects', value);
      if (codes === null) notMapped(value, 'unknown-word');
      else addValues(activity, 'dataSubjects', codes);
    }
  },
};

/** What the form asks and the register has no field for. */
export const noField: Cell = {
  write: () => '',
  read: (text, { notMapped }) => notMapped(text, 'no-field'),
};

/** What people call the activity by; rows of one reference are one activity. */
export const ref: Cell = { write: ({ activity }) => activity.ref, read: null };

export const version: Cell = { write: ({ activity }) => String(activity.version), read: null };

export const state: Cell = {
  write: ({ activity, language }) => wordOf(language, 'states', activity.state),
  read: null,
};

/** Day of the first version, where it is the one that holds. */
export const createdOn: Cell = {
  write: ({ activity }) => (activity.version === 1 ? activity.savedAt.slice(0, 10) : ''),
  read: null,
};

export const updatedOn: Cell = { write: ({ activity }) => activity.savedAt.slice(0, 10), read: null };
