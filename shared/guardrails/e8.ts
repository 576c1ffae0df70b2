import { counted, listed } from './output-view.ts';
import { pass, type Guardrail } from './guard-input.ts';
import { exampleInput } from './example-input.ts';

/** Time to keep the data: online identifiers past their limit. */
export const e8: Guardrail = {
  id: 'E8',
  title: 'Time to keep the data',
  source: 'Ethics rule 8 (cookies 90 days, mobile advertising ids 180 days); GDPR Art. 5(1)(e)',
  judge(input) {
    const past = input.facts.pastLimit.filter((fact) => fact.rows > 0);
    if (past.length === 0) return pass('No online identifier in the output is known to be past its limit.', input.facts.pastLimit.length === 0 ? 'No such identifier with a date beside it is in the output.' : '');
    const columns = past.map((fact) => fact.column);
    return { verdict: 'warn', columns, message: `Identifiers past their time are in the output: ${listed(columns)}.`, evidence: past.map((fact) => `"${fact.column}": ${counted(fact.rows, false)} older than ${fact.days} days on the reference date.`).join(' '), fix: 'Drop these columns, or leave out the rows first.' };
  },
  examples: [
    { name: 'none known', input: exampleInput([]), verdict: 'pass' },
    { name: 'old cookies', input: exampleInput([], { release: 'pseudonymised', facts: { minorsLeftOut: null, unknownAgeLeftOut: null, pastLimit: [{ type: 'cookie_id', column: 'cookie', days: 90, rows: 31 }], nearlyUnique: [] } }), verdict: 'warn' },
  ],
};
