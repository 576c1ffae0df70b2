import { describe, expect, it } from 'vitest';
import {
  exampleActivity,
  examplePurpose,
  exampleRecord,
  exampleUnreadable,
  exampleView,
  said,
  saidAll,
} from '../rules/example-view.ts';
import { boundPurposes, necessityMatrix, type SuggestNeed } from './necessity-matrix.ts';

const dataset = { id: 'd1', name: 'customers', fileName: 'customers.csv', earlier: [] };
const columns = ['amount', 'user_agent', 'flag'];
const segments = { id: 'p1-find-segments', title: 'Segments' };
const audience = { id: 'p2-high-value-customers', title: 'Audience' };
/** Both need the amount; what the flag is nobody can tell. */
const suggest: SuggestNeed = (_purpose, column) =>
  column === 'amount'
    ? { need: 'needed', why: 'Groups are formed by it.' }
    : { need: column === 'flag' ? 'open' : 'not-needed', why: '' };
const cells = (...given: { columns?: string[]; needed: 'yes' | 'no'; why?: string }[]) =>
  exampleRecord('binding', 'bd-1', {
    dataset: said('d1'),
    purposes: saidAll('pu-1'),
    cells: saidAll(...given.map((cell) => ({ purpose: 'pu-1', ...cell }))),
  });
const matrix = (records: Parameters<typeof exampleView>[0], purposes = [segments]) =>
  necessityMatrix(exampleView(records).snapshot, { ...dataset, columns }, purposes, suggest);

describe('the matrix of purposes and columns', () => {
  it('is filled by what purposes say they need, and proposes what none needs for removal', () => {
    const { rows, spare } = matrix([examplePurpose()], [segments, audience]);
    expect(rows[0]!.cells).toEqual([
      { purpose: segments.id, need: 'needed', why: 'Groups are formed by it.', from: { by: 'purpose' } },
      { purpose: audience.id, need: 'needed', why: 'Groups are formed by it.', from: { by: 'purpose' } },
    ]);
    expect(spare).toEqual(['user_agent']);
  });

  it('leaves open what a binding that cannot be read may have decided', () => {
    const { snapshot } = exampleView(
      [examplePurpose(), cells({ columns: ['flag'], needed: 'no' })],
      [],
      [exampleUnreadable('binding', 'bd-2')],
    );
    const { rows, spare } = necessityMatrix(snapshot, { ...dataset, columns }, [segments], suggest);
    expect(rows.map(({ cells: [cell] }) => cell!.need)).toEqual(['open', 'open', 'not-needed']);
    expect(spare).toEqual(['flag']);
  });

  it('goes by what a person decided, with the reason and where it stands', () => {
    const { rows, spare } = matrix([
      examplePurpose(),
      cells(
        { columns: ['user_agent'], needed: 'yes', why: 'Shops differ by device.' },
        { columns: ['flag'], needed: 'no' },
      ),
    ]);
    expect(rows[1]!.cells[0]).toEqual({
      purpose: segments.id,
      need: 'needed',
      why: 'Shops differ by device.',
      from: { by: 'person', ref: 'BD-1' },
    });
    expect(spare).toEqual(['flag']);
  });

  it('lets the last word count where somebody spoke of a column twice', () => {
    const { spare } = matrix([
      examplePurpose(),
      cells({ needed: 'yes' }, { columns: ['amount'], needed: 'no', why: 'Counts do.' }),
    ]);
    expect(spare).toEqual(['amount']);
  });

  it('shows what is being written beside an approved binding, and proposes by what was said last', () => {
    const approved = cells({ columns: ['amount'], needed: 'yes', why: 'Groups are formed by it.' });
    const draft = {
      ...cells({ columns: ['amount'], needed: 'no', why: 'Counts do.' }),
      state: 'draft' as const,
      version: 2,
    };
    const { rows, spare } = matrix([examplePurpose(), approved, draft]);
    expect(rows[0]!.cells[0]).toMatchObject({
      need: 'needed',
      drafted: { need: 'not-needed', why: 'Counts do.', ref: 'BD-1' },
    });
    expect(spare).toEqual(['amount', 'user_agent']);
  });

  it('proposes nothing where there is no purpose to need it', () => {
    expect(matrix([], []).spare).toEqual([]);
  });

  it('knows for which purposes a dataset was declared', () => {
    const bound = (records: Parameters<typeof exampleView>[0]) =>
      boundPurposes(exampleView(records).snapshot, dataset).map(({ id }) => id);
    expect(bound([examplePurpose(), exampleActivity()])).toEqual([segments.id]);
    expect(bound([examplePurpose()])).toEqual([]);
    // A purpose that no recipe knows is judged, too: by its record.
    expect(bound([examplePurpose({ preset: undefined }), exampleActivity()])).toEqual(['pu-1']);
  });
});
