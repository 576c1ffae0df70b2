// Figures as lines and tables for a terminal.
import { figuresOf, reliability, review } from './figures.mjs';

const percent = (share) => (Number.isNaN(share) ? '–' : `${(100 * share).toFixed(1)} %`);
const lines = {
  columns: (f) => String(f.columns),
  'rows taken for what they are': (f) => (f.rowKinds.of === 0 ? '–' : `${f.rowKinds.right} of ${f.rowKinds.of}`),
  'class right': (f) => percent(f.classRight),
  '… the first of the answers': (f) => percent(f.classFirst),
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

const widthOf = (parts, least) => Math.max(least, ...Object.keys(parts).map((name) => name.length + 2));

/** A title and, where there are any, the names of the parts over their columns. */
function printHead(title, parts, width) {
  console.log(
    `\n${title.padEnd(30)}${Object.keys(parts)
      .map((name) => name.padStart(width))
      .join('')}`,
  );
}

/** Parts that have a row. @param {Record<string, object[]>} parts rows by name */
export const withRows = (parts) => Object.fromEntries(Object.entries(parts).filter(([, rows]) => rows.length > 0));

/** Figures of several parts side by side. @param {string} title @param {Record<string, object[]>} parts rows by name */
export function printFigures(title, parts) {
  const figures = Object.values(parts).map(figuresOf);
  const width = widthOf(parts, 18);
  printHead(title, parts, width);
  for (const [line, of] of Object.entries(lines))
    console.log(line.padEnd(30) + figures.map((one) => of(one).padStart(width)).join(''));
}

const decile = ({ columns, said, right }) =>
  columns === 0 ? '–' : `${columns}: ${percent(said / columns)} → ${percent(right / columns)}`;

/**
 * The reliability of the confidence by decile, several parts side by side: the columns, what was said of them, what was
 * right; and what asking below a confidence would catch of the wrong ones, at the cost of how many right ones.
 * @param {string} title @param {Record<string, object[]>} parts rows by name
 */
export function printReliability(title, parts) {
  const width = widthOf(parts, 26);
  const rows = Object.values(parts);
  const tables = rows.map((some) => reliability(some).bins);
  printHead(title, parts, width);
  for (let at = 0; at < 10; at += 1)
    if (tables.some((bins) => bins[at].columns > 0))
      console.log(
        `  ${(at / 10).toFixed(1)}–${((at + 1) / 10).toFixed(1)}`.padEnd(30) +
          tables.map((bins) => decile(bins[at]).padStart(width)).join(''),
      );
  for (const below of [0.7, 0.8, 0.9, 0.95]) {
    const told = rows.map((some) => review(some, ({ found }) => found.confidence < below));
    console.log(
      `  asked below ${below}: wrong, right`.padEnd(30) +
        told.map(({ caught, asked }) => `${percent(caught)}, ${percent(asked)}`.padStart(width)).join(''),
    );
  }
}
