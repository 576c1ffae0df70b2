import { Failure } from '#shared/contract/failure.ts';

/** The reason as it goes into the register. @throws Failure WRONG_USAGE where none was given */
export function requiredReason(given: string, sentence: string): string {
  const reason = given.trim();
  if (reason === '') throw new Failure('WRONG_USAGE', sentence);
  return reason;
}
