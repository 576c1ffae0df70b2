import type { Finding } from '#shared/domain/finding.ts';
import type { Channel } from '#shared/channels/channel.ts';
import type { ValueTools } from '#shared/semantic-types/semantic-type.ts';
import { channelRules } from '#engine/channels/channel-rules.ts';
import type { ColumnFacts } from './column-facts.ts';
import { decideFinding } from './decide-finding.ts';
import { addFallback } from './fallback.ts';
import { addFlags } from './flags.ts';
import { ofThings } from './of-things.ts';
import { scoreColumn } from './score-column.ts';
import { tablePass } from './table-pass/index.ts';

/**
 * Classifies all columns of one table together: each by itself, then in the light of the others, then their flags. Pure; `today` is an ISO date.
 * @param channel the system whose export the table is, where that is known
 */
export function classifyTable(columns: readonly ColumnFacts[], tools: ValueTools, today: string, channel: Channel | null = null): Finding[] {
  const states = columns.map((facts) => scoreColumn(facts, tools));
  states.forEach(addFallback);
  if (channel) channelRules(states, channel, tools);
  const thisYear = Number(today.slice(0, 4));
  const table = tablePass(states, tools, thisYear);
  return states.map((state) => ofThings(addFlags(decideFinding(state), state, table, tools, thisYear), table));
}
