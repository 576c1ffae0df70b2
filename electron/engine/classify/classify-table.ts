import { channel } from 'node:diagnostics_channel';
import type { Finding } from '#shared/domain/finding.ts';
import type { Codebook } from '#shared/codebooks/codebook.ts';
import type { Channel } from '#shared/channels/channel.ts';
import { policyOn } from '#shared/policy/index.ts';
import type { ValueTools } from '#shared/semantic-types/semantic-type.ts';
import { codebookRules } from '#engine/classify/evidence/codebooks/codebook-rules.ts';
import { channelRules } from '#engine/classify/evidence/channels/channel-rules.ts';
import { breathe } from '#engine/jobs/cancelled.ts';
import type { ColumnFacts } from './column-facts.ts';
import { decideFinding } from './decide-finding.ts';
import { anotherMeaning } from './another-meaning.ts';
import { addCloseName } from './close-names.ts';
import { addFallback } from './fallback.ts';
import { addFlags } from './flags.ts';
import { ofThings } from './of-things.ts';
import { scoreColumn } from './score-column.ts';
import type { ColumnState } from './hypothesis.ts';
import { withoutNumbers } from './numbered-names.ts';
import { raiseByValues, type Suspects } from './raise-by-values.ts';
import { tablePass } from './table-pass/index.ts';
import { shortenedNumbers } from './shortened-numbers.ts';
import { markUndecided, tableNotes } from './undecided.ts';
import { tellWhatStandsBefore } from './what-stands-before.ts';

/** Where scripts that measure the classifier hear of what the rows of a table were taken for. */
const told = channel('custos:rows');

/** Columns scored without a pause: some tenth of a second. */
const atATime = 100;

/**
 * Classifies all columns of one table together: each by itself, then in the light of the others, then their flags.
 * Pure; `today` is an ISO date. `notes`: what a reader should know of the table as a whole. Throws JOB_CANCELLED when
 * `signal` aborts.
 * @param known the system whose export the table is and the codebook that describes it, where there are any; values
 *   outside the sample that may hold identifiers, by column
 */
export async function classifyTable(
  columns: readonly ColumnFacts[],
  tools: ValueTools,
  today: string,
  known: {
    channel?: Channel | null;
    codebook?: Codebook | null;
    suspects?: ReadonlyMap<number, Suspects>;
    /** Age in years under which nobody is targeted; default: as shipped. */
    majority?: number | undefined;
  } = {},
  signal?: AbortSignal,
): Promise<{ findings: Finding[]; notes: string[] }> {
  const states: ColumnState[] = [];
  for (const facts of withoutNumbers(columns)) {
    if (states.length % atATime === atATime - 1) await breathe(signal);
    states.push(scoreColumn(facts, tools));
  }
  states.forEach(addFallback);
  for (const state of states) addCloseName(state, tools);
  if (known.channel) channelRules(states, known.channel, tools);
  if (known.codebook) codebookRules(states, known.codebook, tools);
  const thisYear = Number(today.slice(0, 4));
  const table = tablePass(states, tools, thisYear);
  tellWhatStandsBefore(states);
  if (told.hasSubscribers) told.publish(table);
  const reckoning = { thisYear, majority: known.majority ?? policyOn(today).value('targeting-age', '*') };
  const findings: Finding[] = [];
  for (const [at, state] of states.entries()) {
    if (at % atATime === atATime - 1) await breathe(signal);
    const flagged = addFlags(decideFinding(state, table), state, table, tools, reckoning);
    const finding = ofThings(anotherMeaning(flagged, state.facts, tools), state.facts, table);
    const raised = raiseByValues(finding, state.facts, tools, known.suspects?.get(state.facts.at));
    findings.push(markUndecided(raised, state, table));
  }
  return { findings, notes: [...tableNotes(table), ...shortenedNumbers(columns)] };
}
