import { expect, test } from 'vitest';
import { qualtrics } from '#shared/channels/presets/qualtrics.ts';
import { surveymonkey } from '#shared/channels/presets/surveymonkey.ts';
import { findLayout } from './find-layout.ts';
import { joinHeaderRows } from './header-rows.ts';

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
