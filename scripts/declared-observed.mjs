// Prints what the planted suite finds between declared and observed, by rule, as a Markdown table.
// node scripts/declared-observed.mjs [--cases]
import { parseArgs } from 'node:util';
import { cases } from '../test/engine/declared-observed/cases/index.ts';
import { aboutOf, figures, runCase } from '../test/engine/declared-observed/run-suite.ts';

const { values: options } = parseArgs({ options: { cases: { type: 'boolean', default: false } } });

const results = [];
for (const each of cases) results.push(await runCase(each));
const rows = figures(cases, results);
const sum = (of) => rows.reduce((total, row) => total + row[of], 0);
const percent = (part, whole) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);
const line = (cells) => console.log(`| ${cells.join(' | ')} |`);

line(['rule', 'planted', 'found', 'look-alikes', 'false alarms']);
line(['---', '---:', '---:', '---:', '---:']);
for (const row of rows) line([row.rule, row.planted, row.found, row.lookAlikes, row.falseAlarms]);
const [planted, found, alike, wrong] = ['planted', 'found', 'lookAlikes', 'falseAlarms'].map(sum);
line(['all', planted, `${found} (${percent(found, planted)})`, alike, `${wrong} (${percent(wrong, alike)})`]);

const named = ([rule, about]) => `${rule} ${about}`;
for (const { title, missed, falseAlarms, comparison } of results) {
  if (options.cases)
    console.log(`\n${title}: ${comparison.notJudged.map(({ what }) => what).join(', ') || 'all was judged'}`);
  for (const each of missed) console.log(`\nMissed: ${title}: ${named(each)}`);
  for (const each of falseAlarms)
    console.log(`\nFalse alarm: ${title}: ${named([each.rule, aboutOf(each)])} (${each.columns.join(', ')})`);
}
