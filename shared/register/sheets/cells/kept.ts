import { valueOf, valuesOf } from '#shared/register/answer.ts';
import { countryName, countryOf } from '#shared/register/layouts/countries.ts';
import { codeOf, wordOf, type LayoutLanguage } from '#shared/register/layouts/words.ts';
import type { RecordVersion } from '#shared/register/register-snapshot.ts';
import type { MeasureKind } from '#shared/register/vocabulary/retention-and-security.ts';
import { readLine, readValues, writeLine } from '../cell-text.ts';
import { readDuration, writeDuration } from '../duration.ts';
import { addValues, readNode, type ReadNode } from '../read-node.ts';
import { shortTitle } from '../short-title.ts';
import { readState, tookState, writeField, type Cell, type Writing } from './cell.ts';

const periodLists = ['startEvents', 'expiryActions', 'dataCategories'] as const;
const isPeriodWord = (language: LayoutLanguage) => (word: string) =>
  readDuration(language, word) !== null || periodLists.some((list) => codeOf(language, list, word) !== null);

function periodLine(period: RecordVersion<'retention'>, { language, said }: Writing): string {
  const { name, duration, startEvent, action, dataCategories, criteria } = period.body;
  said(period, 'name', 'duration', 'startEvent', 'action', 'dataCategories', 'criteria');
  const time = valueOf(duration);
  const start = valueOf(startEvent);
  const end = valueOf(action);
  const words = [
    ...(time === undefined ? [] : [writeDuration(language, time)]),
    ...(start === undefined ? [] : [wordOf(language, 'startEvents', start)]),
    ...(end === undefined ? [] : [wordOf(language, 'expiryActions', end)]),
    ...valuesOf(dataCategories).map((category) => wordOf(language, 'dataCategories', category)),
  ];
  const head = valueOf(name) ?? period.ref;
  return writeLine({ head, words, tail: valueOf(criteria) ?? '' }, isPeriodWord(language));
}

/** A period that a value says: by its words, or, in somebody else's sentence, with the sentence as its criteria. */
function periodNode(value: string, language: LayoutLanguage): ReadNode {
  const { head, words, tail } = readLine(value, isPeriodWord(language));
  const duration = words.map((word) => readDuration(language, word)).find((found) => found !== null);
  const of = <L extends (typeof periodLists)[number]>(list: L) =>
    words.flatMap((word) => codeOf(language, list, word) ?? []);
  const { title, whole } = shortTitle(head);
  const alone = readDuration(language, head) ?? /^\d+ *\p{L}+(?=[\s,(])/u.exec(head)?.[0];
  const begins = alone === undefined ? null : alone.startsWith('P') ? alone : readDuration(language, alone);
  const isSentence = words.length === 0 && tail === '' && begins !== null && readDuration(language, head) === null;
  return readNode('retention', {
    name: title,
    duration: duration ?? (words.length === 0 ? (begins ?? undefined) : undefined),
    startEvent: of('startEvents')[0],
    action: of('expiryActions')[0],
    dataCategories: of('dataCategories'),
    criteria: tail !== '' ? tail : isSentence ? head : (whole ?? (words.length === 0 && begins === null ? head : '')),
  });
}

/** How long data are kept, or by what that is judged. */
export const retention: Cell = {
  law: true,
  write: (writing) =>
    writeField(writing, writing.activity, 'retention', () => {
      writing.said(writing.activity, 'retention');
      return valuesOf(writing.activity.body.retention)
        .flatMap((id) => writing.register.find('retention', id) ?? [])
        .map((period) => periodLine(period, writing));
    }),
  read: (text, { activity, language }) => {
    if (tookState(text, activity, 'retention', language)) return;
    addValues(
      activity,
      'retention',
      readValues(text).map((value) => periodNode(value, language)),
    );
  },
};

const isMeasureWord = (language: LayoutLanguage) => (word: string) => codeOf(language, 'measureKinds', word) !== null;

/** Measures of security: all, or those of some kinds where a form has a line for these. */
export const measures = (kinds?: readonly MeasureKind[]): Cell => ({
  ...(kinds === undefined ? { law: true as const } : {}),
  write: (writing) => {
    const { activity, register, language, said } = writing;
    const mine = valuesOf(activity.body.measures)
      .flatMap((id) => register.find('measure', id) ?? [])
      .filter(({ body }) => kinds?.includes(valueOf(body.kind) ?? 'other') ?? true);
    if (kinds !== undefined && mine.length === 0) return '';
    return writeField(writing, activity, 'measures', () => {
      said(activity, 'measures');
      return mine.map((measure) => {
        said(measure, 'name', 'kind', 'description');
        const kind = valueOf(measure.body.kind);
        const words = kind === undefined ? [] : [wordOf(language, 'measureKinds', kind)];
        const head = valueOf(measure.body.name) ?? measure.ref;
        return writeLine({ head, words, tail: valueOf(measure.body.description) ?? '' }, isMeasureWord(language));
      });
    });
  },
  read: (text, { activity, language }) => {
    if (kinds === undefined && tookState(text, activity, 'measures', language)) return;
    const isTick = codeOf(language, 'yesNo', text) === 'yes' || /^\s*[xX✓✔☑]\s*$/.test(text);
    if (kinds !== undefined && !isTick && readState(text, language) !== null) return;
    const kindOf = (words: string[], head: string) => codeOf(language, 'measureKinds', words[0] ?? head) ?? kinds?.[0];
    const [kind] = kinds ?? [];
    if (isTick && kind !== undefined) {
      const name = wordOf(language, 'measureKinds', kind);
      addValues(activity, 'measures', [readNode('measure', { name, kind })]);
      return;
    }
    const nodes = readValues(text).map((value) => {
      const { head, words, tail } = readLine(value, isMeasureWord(language));
      const { title, whole } = shortTitle(head);
      return readNode('measure', { name: title, kind: kindOf(words, head), description: tail === '' ? whole : tail });
    });
    addValues(activity, 'measures', nodes);
  },
});

const isCountry = (word: string): boolean => countryOf(word) !== null;

/** The systems that data lie in, and where these are. */
export const systems: Cell = {
  write: (writing) =>
    writeField(writing, writing.activity, 'systems', () => {
      const { activity, register, language, said } = writing;
      said(activity, 'systems');
      return valuesOf(activity.body.systems)
        .flatMap((id) => register.find('system', id) ?? [])
        .map((system) => {
          said(system, 'name', 'hostedIn', 'location');
          const country = valueOf(system.body.hostedIn);
          const words = country === undefined ? [] : [countryName(language, country)];
          const head = valueOf(system.body.name) ?? system.ref;
          return writeLine({ head, words, tail: valueOf(system.body.location) ?? '' }, isCountry);
        });
    }),
  read: (text, { activity, language }) => {
    if (tookState(text, activity, 'systems', language)) return;
    const nodes = readValues(text).map((value) => {
      const { head, words, tail } = readLine(value, isCountry);
      const hostedIn = words.map(countryOf).find((code) => code !== null);
      return readNode('system', { name: head, hostedIn, location: tail });
    });
    addValues(activity, 'systems', nodes);
  },
};
