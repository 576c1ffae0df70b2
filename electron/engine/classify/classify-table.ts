import type { Finding } from '#shared/domain/finding.ts';
import type { ValueTools } from '#shared/semantic-types/semantic-type.ts';
import type { ColumnFacts } from './column-facts.ts';
import { decideFinding } from './decide-finding.ts';
import { addFallback } from './fallback.ts';
import { addFlags } from './flags.ts';
import { scoreColumn } from './score-column.ts';
import { tablePass } from './table-pass/index.ts';

/** Classifies all columns of one table together: each by itself, then in the light of the others, then their flags. Pure. */
export function classifyTable(columns: readonly ColumnFacts[], tools: ValueTools): Finding[] {
  const states = columns.map((facts) => scoreColumn(facts, tools));
  states.forEach(addFallback);
  const table = tablePass(states, tools);
  return states.map((state) => addFlags(decideFinding(state), state, table, tools));
}
