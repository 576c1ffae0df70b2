// What was found in tables when they were first looked at, before a rule was learned from them. How often rules fail on
// files that nobody has seen can be learned from this alone: after the rules were mended, the same tables know of none.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { confidenceFeatures } from '../../electron/engine/classify/confidence-features.ts';
import { rightClass } from './figures.mjs';

const file = new URL('../../test/benchmark/developed/first-sight.json', import.meta.url);
/** @type {{ features: string[], tables: Record<string, Record<string, number[]>> }} by column: right (0, 1), features */
const known = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { features: [], tables: {} };
const nameOf = ({ id, stripped }) => (stripped ? `${id} without header` : id);

/** A column as it was found at first, where that is known; a feature that is newer is as it is today. */
export function atFirstSight({ table, column, features }) {
  const seen = known.tables[nameOf(table)]?.[column];
  if (!seen) return undefined;
  const [right, ...numbers] = seen;
  return {
    right: right === 1,
    features: confidenceFeatures.map((name, at) => numbers[known.features.indexOf(name)] ?? features[at]),
  };
}

/** Writes down what is found today in the named tables, unless something is known of them. @returns {number} of tables */
export function recordFirstSight(rows, names) {
  const { tables } = known;
  const fresh = {};
  for (const row of rows) {
    const name = nameOf(row.table);
    if (!names.includes(row.table.id) || tables[name] || !row.gold || !row.features) continue;
    const numbers = row.features.map((number) => Math.round(number * 1000) / 1000);
    (fresh[name] ??= {})[row.column] = [Number(rightClass(row)), ...numbers];
  }
  // Tables that were recorded before a feature was thought of have fewer numbers: `atFirstSight` tells the newer ones.
  if (known.features.some((name, at) => confidenceFeatures[at] !== name))
    throw new Error('Features of first-sight.json are gone or stand elsewhere: new ones belong at the end.');
  const features = confidenceFeatures;
  const lines = Object.entries({ ...tables, ...fresh }).map(
    ([name, columns]) => `    ${JSON.stringify(name)}: ${JSON.stringify(columns)}`,
  );
  const text = `{\n  "features": ${JSON.stringify(features)},\n  "tables": {\n${lines.join(',\n')}\n  }\n}\n`;
  writeFileSync(file, text);
  return Object.keys(fresh).length;
}
