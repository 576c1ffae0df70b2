import type { z } from 'zod';
import { advertisingIds } from './advertising-ids.ts';
import { consent } from './consent.ts';
import { notAsked, type FactAnswer } from './fact.ts';
import { eventRows } from './event-rows.ts';
import { exactValues } from './exact-values.ts';
import { minors } from './minors.ts';
import { nearlyUnique } from './nearly-unique.ts';
import { pastLimit } from './past-limit.ts';
import { proxies } from './proxies.ts';
import { reversal } from './reversal.ts';
import { segment } from './segment.ts';
import { suppressed } from './suppressed.ts';
import { writtenValues } from './written-values.ts';

/**
 * The one list of facts that guardrails may ask for. Those that decide which rows leave do so in this order: rows
 * that are left out for one reason are not counted for the next.
 */
export const facts = [
  segment,
  suppressed,
  minors,
  consent,
  advertisingIds,
  pastLimit,
  nearlyUnique,
  writtenValues,
  proxies,
  exactValues,
  eventRows,
  reversal,
] as const;

type Listed = (typeof facts)[number];
export type FactId = Listed['id'];
/** What each fact tells, by its id. */
export type FactValues = { [Id in FactId]: z.infer<Extract<Listed, { id: Id }>['value']> };
/** What is known of each fact, by its id. */
export type FactAnswers = { [Id in FactId]: FactAnswer<FactValues[Id]> };

export const factIds: readonly FactId[] = facts.map(({ id }) => id);

/** Before anybody looked. */
export const nothingAsked = Object.fromEntries(factIds.map((id) => [id, notAsked])) as FactAnswers;
