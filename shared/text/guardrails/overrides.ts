import type { GuardOverridden } from '#shared/domain/guardrail.ts';
import { roleNames } from '../operators.ts';

/** Why nobody may override a block, as the end of “… cannot be overridden: …”. */
const whyNoOverride = {
  'no-exception': 'the rule knows no exception',
  'false-word': 'what the release is called would not be true',
  'not-known': 'what is not known cannot be weighed',
  'other-ways': 'only new consent, a law, or making the data anonymous first allows that use',
  'left-out': 'a release leaves these rows out',
  'no-need': 'no purpose needs credentials',
};
export type NoOverride = keyof typeof whyNoOverride;
export const whyNot = (why: readonly NoOverride[]): string =>
  [...new Set(why)].map((each) => whyNoOverride[each]).join('; ');

/** The same as a sentence. */
export const nobodyMay = (why: readonly NoOverride[]): string => `It cannot be overridden: ${whyNot(why)}.`;

/** Who released in spite of a block, and why: the same in certificate, history and wherever the block is shown. */
export const releasedAllTheSame = ({ by, role, reason }: Omit<GuardOverridden, 'at'>): string =>
  `blocked, released all the same by ${by}${role === null ? '' : `, ${roleNames[role]}`}, because: ` +
  `${reason.trim().replace(/[.\s]+$/, '')}.`;

/** The same as a sentence of its own. */
export const releasedSentence = (overridden: Omit<GuardOverridden, 'at'>): string => {
  const said = releasedAllTheSame(overridden);
  return said.slice(0, 1).toUpperCase() + said.slice(1);
};
