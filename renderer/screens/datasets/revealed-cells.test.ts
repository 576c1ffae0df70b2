import { expect, it } from 'vitest';
import { forgetColumn, noteRevealed, withRevealed, type RevealedCells } from './revealed-cells.ts';

const read = () => ({
  total: 2,
  rows: [
    {
      row: 7,
      cells: [
        { text: '•', masked: true },
        { text: 'Bonn', masked: false },
      ],
    },
    {
      row: 8,
      cells: [
        { text: '•', masked: true },
        { text: 'Lyon', masked: false },
      ],
    },
  ],
});

it('a revealed cell stays in clear when the rows are read again, and no other is', () => {
  const cells: RevealedCells = new Map();
  noteRevealed(cells, 'email', 8, 'ada@example.org');
  const { rows } = withRevealed(read(), ['email', 'city'], cells);
  expect(rows.map((row) => row.cells[0]!.text)).toEqual(['•', 'ada@example.org']);
  expect(rows[1]!.cells[0]).toMatchObject({ masked: false, revealed: true });
});

it('is masked again where its whole column is', () => {
  const cells: RevealedCells = new Map();
  noteRevealed(cells, 'email', 8, 'ada@example.org');
  forgetColumn(cells, 'email');
  expect(withRevealed(read(), ['email', 'city'], cells)).toEqual(read());
});
