import { valueOf, valuesOf, type ListAnswer } from '#shared/register/answer.ts';
import type { RecordBody } from '#shared/register/record-kinds/index.ts';
import type { RecordVersion } from '#shared/register/register-snapshot.ts';
import { nothing, readLine, readValues, writeLine } from '../cell-text.ts';
import { addValues, readValuesOf, setPart } from '../read-node.ts';
import { tookState, writeAligned, writeField, writeState, type Cell, type Writing } from './cell.ts';

const noWord = (): boolean => false;
const ownerOf = ({ register }: Writing): RecordVersion<'organisation'> | undefined => register.of('organisation')[0];

/** A text of who keeps the register. */
export const organisationText = (field: 'name' | 'address' | 'email' | 'phone'): Cell => ({
  write: (writing) => {
    const owner = ownerOf(writing);
    if (owner === undefined) return '';
    return writeField(writing, owner, field, () => {
      writing.said(owner, field);
      return [valueOf(owner.body[field]) ?? ''];
    });
  },
  read: (text, { organisation, language }) => {
    if (tookState(text, organisation, field, language) || readValuesOf(organisation, field).length > 0) return;
    addValues(organisation, field, [text.replace(/^• /, '')]);
  },
});

type Parts = ListAnswer<Record<string, unknown>> | undefined;

/** One part of a list of values with parts, a line each. */
function partLines(answer: Parts, part: string): (string | undefined)[] {
  return valuesOf(answer).map((value) => (value[part] === undefined ? undefined : String(value[part])));
}

/** A part of the data protection officer or the representative. */
export const organisationPart = (field: 'dpo' | 'representative', part: string, main?: true): Cell => ({
  write: (writing) => {
    const owner = ownerOf(writing);
    const answer = owner?.body[field] as Parts;
    if (owner === undefined || answer === undefined) return '';
    if (answer.state !== 'stated') {
      writing.said(owner, field);
      return main === undefined ? '' : (writeState(answer, writing.language) ?? '');
    }
    writing.said(owner, `${field}.${part}`);
    return writeAligned(partLines(answer, part));
  },
  read: (text, { organisation, language }) => {
    if (tookState(text, organisation, field, language)) return;
    for (const [at, line] of readValues(text).entries())
      if (line !== nothing) setPart(organisation, field, at, part, line);
  },
});

/** Who decides together with whoever keeps the register. */
export const jointControllers: Cell = {
  write: (writing) => {
    const owner = ownerOf(writing);
    if (owner === undefined) return '';
    return writeField(writing, owner, 'jointControllers', () =>
      valuesOf(owner.body.jointControllers).map(({ name, contact }) => {
        writing.said(owner, 'jointControllers.name', 'jointControllers.contact');
        return writeLine({ head: name, words: [], tail: contact }, noWord);
      }),
    );
  },
  read: (text, { organisation, language, notMapped }) => {
    if (tookState(text, organisation, 'jointControllers', language)) return;
    const known = (readValuesOf(organisation, 'jointControllers') as { name: string }[]).map(({ name }) => name);
    for (const value of readValues(text)) {
      const { head, tail } = readLine(value, noWord);
      if (known.includes(head)) continue;
      if (tail === '') notMapped(value, 'not-valid');
      else addValues(organisation, 'jointControllers', [{ name: head, contact: tail }]);
    }
  },
};

type PartsField = {
  [F in keyof RecordBody<'activity'>]: NonNullable<RecordBody<'activity'>[F]> extends ListAnswer<object> ? F : never;
}[keyof RecordBody<'activity'>] &
  string;

/** A part of the controllers for whom a processor works, or of its contracts, a line each. */
export const activityPart = (
  field: Extract<PartsField, 'controllers' | 'contract'>,
  part: string,
  main?: true,
): Cell => ({
  ...(main === undefined || field === 'contract' ? {} : { law: true as const }),
  write: (writing) => {
    const answer = writing.activity.body[field] as Parts;
    if (answer === undefined) return '';
    if (answer.state !== 'stated') {
      writing.said(writing.activity, field);
      return main === undefined ? '' : (writeState(answer, writing.language) ?? '');
    }
    writing.said(writing.activity, `${field}.${part}`);
    return writeAligned(partLines(answer, part));
  },
  read: (text, { activity, language }) => {
    if (tookState(text, activity, field, language)) return;
    for (const [at, line] of readValues(text).entries()) if (line !== nothing) setPart(activity, field, at, part, line);
  },
});

/** Each controller for whom a processor works, with its contact. */
export const controllers: Cell = {
  law: true,
  write: (writing) =>
    writeField(writing, writing.activity, 'controllers', () =>
      valuesOf(writing.activity.body.controllers).map(({ name, contact }) => {
        writing.said(writing.activity, 'controllers.name', 'controllers.contact');
        return writeLine({ head: name, words: [], tail: contact }, noWord);
      }),
    ),
  read: (text, { activity, language }) => {
    if (tookState(text, activity, 'controllers', language)) return;
    for (const [at, value] of readValues(text).entries()) {
      const { head, tail } = readLine(value, noWord);
      setPart(activity, 'controllers', at, 'name', head);
      // A register of one's own may name a controller without more; how to reach it is for people to add.
      if (tail !== '') setPart(activity, 'controllers', at, 'contact', tail);
    }
  },
};
