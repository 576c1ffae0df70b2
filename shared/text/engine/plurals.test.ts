import { expect, it } from 'vitest';
import { csvText } from './csv.ts';
import { evidenceText } from './evidence.ts';
import { intakeText } from './intake.ts';
import { jsonText } from './json.ts';
import { logText } from './log.ts';
import { workbookText } from './workbook.ts';

it('speaks of one thing as of one', () => {
  const said = [
    csvText.skipped(1),
    csvText.linesBefore(1),
    csvText.blankLines(1),
    csvText.nulBytes(1, 3),
    csvText.rowsNotUtf8(1, 3),
    csvText.totalsLeftOut(1),
    csvText.otherFieldCount(1, 1),
    intakeText.columnsWithoutName(1),
    intakeText.columnsRepeatName(1),
    intakeText.undecodable(1, 'utf-8', 3),
    jsonText.otherArrays(1),
    logText.comments(1),
    workbookText.rowsBefore(1),
    workbookText.skipped(1),
    workbookText.blankRows(1),
    evidenceText.agesUnder(1, 18),
    evidenceText.textsHold(1, [{ kind: 'email', count: 1 }]),
  ];
  for (const sentence of said)
    expect(sentence).not.toMatch(
      /\b1 (?:\w+ )?(?:lines|rows|columns|bytes|places|arrays|fields|texts|ages)\b|\b(?:(?<!bytes that )are|have|they|them|these)\b/,
    );
});

it('groups large numbers and speaks of many as of many', () => {
  expect(csvText.skipped(12)).toBe('The first 12 lines stand before the table and are not read as rows.');
  expect(intakeText.rowTooLong(9_000_000)).toBe(
    'The row has 9,000,000 bytes, more than the 8 MiB that a row may have.',
  );
  expect(csvText.totalsLeftOut(2)).toBe(
    '2 rows of totals sum up the others and were left out: they are listed among the rejected rows.',
  );
  expect(
    evidenceText.textsHold(400, [
      { kind: 'email', count: 10 },
      { kind: 'iban', count: 1 },
    ]),
  ).toBe('Of 400 different texts looked at, 10 hold e-mail addresses, 1 holds IBANs.');
});
