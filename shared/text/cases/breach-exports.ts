import type { BreachFormId } from '#shared/domain/breach.ts';

/** What can be written about breaches, as it is named in a sentence. */
export const breachExports: Record<BreachFormId | 'letter' | 'register', string> = {
  edpb: 'a draft after the EDPB’s template',
  ico: 'a draft after the ICO’s form',
  cnil: 'a draft after the CNIL’s form',
  letter: 'a draft of the letter to the people',
  register: 'the register of breaches',
};
