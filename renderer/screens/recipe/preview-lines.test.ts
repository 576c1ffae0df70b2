import { expect, it } from 'vitest';
import { previewLines } from './preview-lines.ts';

const cell = (text: string | null) => ({ text, masked: false });

it('puts each column beside what became of it, in the order of the source', () => {
  const lines = previewLines(
    { columns: ['name', 'age', 'city'], rows: [[cell('Ada'), cell('36'), cell('Paris')]] },
    { columns: ['city', 'age'], rows: [[cell('Paris'), cell('30-39')]] },
  );
  expect(lines).toEqual([
    { name: 'name', dropped: true, changed: true, cells: [{ old: cell('Ada'), fresh: null }] },
    { name: 'age', dropped: false, changed: true, cells: [{ old: cell('36'), fresh: cell('30-39') }] },
    { name: 'city', dropped: false, changed: false, cells: [{ old: cell('Paris'), fresh: cell('Paris') }] },
  ]);
});

it('shows a row that is left out as it was, with nothing beside it', () => {
  const [line] = previewLines(
    { columns: ['age'], rows: [[cell('36')], [cell('99')]] },
    { columns: ['age'], rows: [[cell('36')]] },
  );
  expect(line).toMatchObject({ changed: false, cells: [{ fresh: cell('36') }, { old: cell('99'), fresh: null }] });
});
