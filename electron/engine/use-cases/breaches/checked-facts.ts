import type { BreachFacts } from '#shared/cases/breach.ts';
import { breachFacts } from '#shared/cases/breach.ts';
import { Failure } from '#shared/contract/failure.ts';
import { breachesText as text } from '#shared/text/engine/breaches.ts';
import { moment } from '#shared/text/numbers.ts';

const wrong = (sentence: string): Failure => new Failure('WRONG_USAGE', sentence);
const later = (one: string, other: string): boolean => Date.parse(one) > Date.parse(other);

/** Moments with any offset, as moments in UTC: what lies sealed has one spelling. */
const inUtc = (value: unknown): unknown =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT.*[+-]\d\d:\d\d$/.test(value) && !Number.isNaN(Date.parse(value))
    ? new Date(value).toISOString()
    : value;

const normalised = (facts: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(facts).map(([field, value]) => [
      field,
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, inUtc(inner)]))
        : inUtc(value),
    ]),
  );

/** A moment that people give, in UTC. */
export const momentInUtc = (at: string): string => new Date(at).toISOString();

/** @throws Failure WRONG_USAGE where `at` has not come yet */
export function requirePast(at: string, now: string, said: (at: string, now: string) => string): void {
  if (later(at, now)) throw wrong(said(moment(at), moment(now)));
}

/**
 * What is stated of a breach, held against the clock and against itself. @param now ISO 8601
 * @throws Failure WRONG_USAGE in a sentence that names the field
 */
export function checkedFacts(stated: Record<string, unknown>, now: string): BreachFacts {
  const parsed = breachFacts.safeParse(normalised(stated));
  if (!parsed.success) {
    const field = String(parsed.error.issues[0]?.path[0] ?? '');
    throw wrong(field === 'title' ? text.noTitle : text.field(field));
  }
  const facts = parsed.data;
  const { awareAt, detectedAt, occurredFrom, occurredTo, processor } = facts;
  requirePast(awareAt, now, text.future.awareAt);
  if (detectedAt !== null) requirePast(detectedAt, now, text.future.detectedAt);
  if (occurredFrom !== null) requirePast(occurredFrom, now, text.future.occurredFrom);
  if (occurredTo !== null) requirePast(occurredTo, now, text.future.occurredTo);
  if (processor !== null) requirePast(processor.toldAt, now, text.future.processor);
  if (occurredFrom !== null && later(occurredFrom, awareAt))
    throw wrong(text.awareBeforeBegun(moment(awareAt), moment(occurredFrom)));
  if (occurredFrom !== null && occurredTo !== null && later(occurredFrom, occurredTo))
    throw wrong(text.endedBeforeBegun(moment(occurredTo), moment(occurredFrom)));
  return facts;
}
