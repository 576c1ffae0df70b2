import { describe, expect, it } from 'vitest';
import { byPerson, fullActivity, recordFrom, sampleSnapshot } from '#test/support/sample-register.ts';
import { statementsIn, statementsOfImport } from '#test/support/register-statements.ts';
import { layouts, type LayoutId } from '../layouts/index.ts';
import type { RecordVersion } from '../register-snapshot.ts';
import { readRegister } from './read-register.ts';
import { indexRegister } from './register-index.ts';
import type { Sheet } from './sheet.ts';
import { importedRecords } from './to-records.ts';
import { writeRegister } from './write-register.ts';

const readBack = (sheets: readonly Sheet[], layout?: LayoutId) => {
  const read = readRegister(sheets, { layout });
  if (read === null) throw new Error('no layout fits');
  return { read, ...importedRecords(read, byPerson) };
};

describe.each(Object.keys(layouts) as LayoutId[])('%s', (id) => {
  it('a workbook says again what the layout has a place for, and names the rest', () => {
    const snapshot = sampleSnapshot();
    const written = writeRegister(snapshot, layouts[id], { workbook: true });
    const { read, records, notValid } = readBack(written.sheets);
    expect(read.layout).toBe(id);
    expect(notValid).toEqual([]);
    expect(read.rows.flatMap(({ notMapped }) => notMapped)).toEqual([]);
    expect(statementsOfImport(records)).toEqual(statementsIn(snapshot, () => true, written.leftOut));
  });

  it.each(['controller', 'processor'] as const)('a text file of the %s’s activities, too', (role) => {
    const snapshot = sampleSnapshot();
    const written = writeRegister(snapshot, layouts[id], { workbook: false, role });
    const { records } = readBack(written.sheets, id);
    const index = indexRegister(snapshot);
    const reached = (record: RecordVersion): boolean =>
      record.kind !== 'activity' || written.otherRole.every((ref) => ref !== record.ref);
    expect(written.activities + written.otherRole.length).toBe(index.of('activity').length);
    expect(statementsOfImport(records)).toEqual(statementsIn(snapshot, reached, written.leftOut));
  });

  it('names what it cannot say: the column of a dataset, the law behind a period, the sub-clauses of a contract', () => {
    const { leftOut } = writeRegister(sampleSnapshot(), layouts[id], { workbook: true });
    const paths = leftOut.map(({ kind, path }) => `${kind}.${path}`);
    expect(paths).toEqual(
      expect.arrayContaining([
        'activity.dataItems.columns',
        'retention.legalReason',
        'recipient.contact',
        'system.vendor',
      ]),
    );
    expect(paths).not.toContain('activity.dataSubjects');
    expect(leftOut.find(({ path }) => path === 'legalReason')?.refs).toEqual(['RT-001']);
  });
});

it('an activity that no longer runs is left out and named', () => {
  const gone = recordFrom('activity', 'pa9', { name: 'Old letters', role: 'controller' }, { state: 'retired' });
  const { retired, sheets } = writeRegister(sampleSnapshot([gone]), layouts.ico, { workbook: true });
  expect(retired).toEqual(['PA-009']);
  expect(JSON.stringify(sheets)).not.toContain('Old letters');
});

it('a draft beside an approved version is not written', () => {
  const snapshot = sampleSnapshot();
  snapshot.records.push({ ...fullActivity('pa1', 'Not yet decided'), version: 2, state: 'draft', approval: null });
  const { sheets } = writeRegister(snapshot, layouts.ico, { workbook: true });
  expect(JSON.stringify(sheets)).toContain('Recommendations');
  expect(JSON.stringify(sheets)).not.toContain('Not yet decided');
});

it('a draft says that it is one, and what is not stated says so', () => {
  const { sheets } = writeRegister(sampleSnapshot(), layouts.ico, { workbook: true });
  const row = sheets[0]?.rows.find((cells) => cells.includes('Draft')) ?? [];
  expect(row).toContain('Not stated');
  expect(row).toContain('Not known — Finance — asked in October');
});
