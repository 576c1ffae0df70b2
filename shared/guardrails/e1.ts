import { hasFlag, listed, names, visibleOutputs, type SeenOutput } from './output-view.ts';
import { pass, type Guardrail } from './guard-input.ts';
import { exampleColumn, exampleInput } from './example-input.ts';

/** No granular tracking: no exact coordinates, ages or times of day. */
const granularTypes = new Set(['latitude', 'longitude', 'geo_coordinates', 'date_of_birth', 'age', 'ip_address']);

/** As it was in the source: a band, a prefix or a coarser date is no longer granular. */
const granular = (output: SeenOutput): boolean => output.treatment === 'kept' && output.findings.some((finding) => granularTypes.has(finding.type) || hasFlag(finding, ['precise_location', 'exact_age', 'timestamp']));

export const e1: Guardrail = {
  id: 'E1',
  title: 'No granular tracking',
  source: 'Ethics rule 1; GDPR Art. 5(1)(c), 25(2)',
  judge(input) {
    const columns = names(visibleOutputs(input).filter(granular));
    if (columns.length === 0) return pass('No exact place, age or time is in the output.');
    const fix = 'Use city or state, age bands, and days or months.';
    const evidence = `${columns.length} output columns keep the exact value of their source.`;
    if (input.release === 'targeting') return { verdict: 'block', columns, message: `A targeting release may not keep exact places, ages or times: ${listed(columns)}.`, evidence, fix };
    return { verdict: 'warn', columns, message: `Exact places, ages or times are in the output: ${listed(columns)}.`, evidence, fix };
  },
  examples: [
    { name: 'an age band', input: exampleInput([exampleColumn('age', 'generalised', { class: 'linkable', flags: ['exact_age'] })], { release: 'targeting' }), verdict: 'pass' },
    { name: 'an exact age in targeting', input: exampleInput([exampleColumn('age', 'kept', { class: 'linkable', flags: ['exact_age'] })], { release: 'targeting' }), verdict: 'block' },
    { name: 'exact times in an anonymised release', input: exampleInput([exampleColumn('timestamp', 'kept', { flags: ['timestamp'] })]), verdict: 'warn' },
  ],
};
