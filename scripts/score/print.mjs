// Figures as lines and tables for a terminal.
import { figuresOf, reliability, review } from './figures.mjs';

const percent = (share) => (Number.isNaN(share) ? '–' : `${(100 * share).toFixed(1)} %`);
const lines = {
  columns: (f) => String(f.columns),
  'class right': (f) => percent(f.classRight),
  'type macro-F1 (3 and more)': (f) => percent(f.typeF1),
  'linked called non-PII': (f) => `${f.linked.lost} of ${f.linked.of}`,
  'linkable called non-PII': (f) => `${f.linkable.lost} of ${f.linkable.of} (${percent(f.linkable.lost / f.linkable.of)})`,
  '… not undecided, not asked': (f) => `${f.linked.silent + f.linkable.silent}`,
  'false alarms': (f) => percent(f.alarms),
  'flags found': (f) => percent(f.flags.found),
  'flags right': (f) => percent(f.flags.right),
  'guarded without a flag': (f) => `${f.unguarded} of ${f.guarded}`,
  'wrong columns asked about': (f) => `${percent(f.review.caught)} of ${f.review.wrong}`,
  'right columns asked about': (f) => percent(f.review.asked),
  'ECE': (f) => percent(f.reliability.ece),
}; // prettier-ignore

/** Figures of several parts side by side. @param {Record<string, object[]>} parts rows by name */
export function printFigures(parts) {
  const names = Object.keys(parts);
  const figures = names.map((name) => figuresOf(parts[name]));
  const width = Math.max(18, ...names.map((name) => name.length + 2));
  console.log(''.padEnd(30) + names.map((name) => name.padStart(width)).join(''));
  for (const [line, of] of Object.entries(lines))
    console.log(line.padEnd(30) + figures.map((one) => of(one).padStart(width)).join(''));
}

function printDeciles(title, rows, confidence) {
  const { bins, ece } = reliability(rows, confidence);
  console.log(`\n${title}: ECE ${percent(ece)}`);
  for (const [at, { columns, said, right }] of bins.entries())
    if (columns > 0)
      console.log(
        `  ${(at / 10).toFixed(1)}–${((at + 1) / 10).toFixed(1)}  ${String(columns).padStart(5)} columns  ` +
          `said ${percent(said / columns).padStart(7)}  right ${percent(right / columns).padStart(7)}`,
      );
}

const parts = {
  'Unseen tables': ({ row }) => row.table.set === 'unseen' && !row.table.stripped,
  'Unseen tables without headers': ({ row }) => row.table.set === 'unseen' && row.table.stripped,
  'Shared benchmark': ({ row }) => row.table.set === 'shared' && !row.table.stripped,
};

/**
 * The reliability table by decile, and what asking below a confidence would catch.
 * @param {object[]} ready of `fitRows` @param {Map<object, number>} said confidence of each @param {string} how
 */
export function printCalibration(ready, said, how) {
  for (const [name, belongs] of Object.entries(parts)) {
    const some = ready.filter(belongs);
    if (some.length === 0) continue;
    const rows = some.map((one) => ({ ...one.row, said: said.get(one) }));
    printDeciles(`${name}, confidence ${how}`, rows, (row) => row.said);
    for (const below of [0.7, 0.8, 0.9, 0.95]) {
      const { caught, asked } = review(rows, (row) => row.said < below);
      console.log(`  asked below ${below}: ${percent(caught)} of the wrong ones, ${percent(asked)} of the right ones`);
    }
  }
}
