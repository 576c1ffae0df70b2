import { expect, test } from 'vitest';
import { qualtrics } from '#shared/channels/presets/qualtrics.ts';
import { surveymonkey } from '#shared/channels/presets/surveymonkey.ts';
import { findLayout } from './find-layout.ts';
import { countHeaderRows, joinHeaderRows } from './header-rows.ts';

test('a row of question texts follows the names the system did not give, once', () => {
  const names = joinHeaderRows(
    ['StartDate', 'ResponseId', 'Q1', 'Age'],
    ['Start Date', 'Response ID', 'How old is your car?', 'Age'],
    qualtrics,
  );
  expect(names).toEqual(['StartDate', 'ResponseId', 'Q1 - How old is your car?', 'Age']);
  expect(
    joinHeaderRows(
      names,
      ['{"ImportId":"startDate"}', '{"ImportId":"_recordId"}', '{"ImportId":"QID1"}', '{"ImportId":"QID2"}'],
      qualtrics,
    ),
  ).toEqual(names);
});

test('a word for a kind of values is a name where it stands among names', () => {
  expect(joinHeaderRows(['Order', ''], ['Date', 'Amount'], null)).toEqual(['Order - Date', 'Order - Amount']);
  expect(joinHeaderRows(['day', 'age'], ['date', 'integer'], null)).toEqual(['day', 'age']);
});

test('answer options still follow their question', () => {
  expect(joinHeaderRows(['Respondent ID', 'Which do you own?', ''], ['', 'Bicycle', 'Car'], surveymonkey)).toEqual([
    'Respondent ID',
    'Which do you own? - Bicycle',
    'Which do you own? - Car',
  ]);
});

test('responses whose rows for people and machines were taken out have one row of names', () => {
  const [names = '', ...rest] = qualtrics.example.text.split('\n');
  const shortened = [names, ...rest.slice(2)].join('\n');
  expect(findLayout(qualtrics.example.text, true, {})).toMatchObject({ channel: { id: 'qualtrics' }, headerRows: 3 });
  expect(findLayout(shortened, true, {})).toMatchObject({ channel: { id: 'qualtrics' }, headerRows: 1 });
});

const records = (lines: string[]) =>
  lines.map((line, at) => ({ fields: line.split(','), quoted: [], sound: true, line: at + 1, from: 0, to: 0 }));
const numbers = (n: number) => Array.from({ length: n }, (_, at) => `Ann${at},Bo${at},Rome,0100${at},${at},${2 * at}`);

test.each([
  ['groups over names', ['Person,,Address,,Sales,', 'First,Last,City,ZIP,2024,2025', ...numbers(10)], 2],
  ['a name that is missing', ['first,last,,zip,a,b', ...numbers(10)], 1],
  ['names in full over values', ['first,last,city,zip,a,b', 'Eve,Doe,Bonn,53111,9,8', ...numbers(10)], 1],
  ['a first row of values with gaps', [',,x,,,', ...numbers(10)], 1],
  ['words alone', ['a,,b,', 'p,q,r,s', 'p,q,r,s', 't,u,v,w'], 1],
])('%s: the rows of names are counted', (_what, lines, rows) => {
  expect(countHeaderRows(records(lines))).toBe(rows);
});
