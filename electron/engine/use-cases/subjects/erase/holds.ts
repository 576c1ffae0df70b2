import { takenOut, type Identifiers } from './identifiers.ts';

/** Whether a text names the person by a value that is taken out of texts. */
export type Holds = (text: string) => boolean;

export function holdsAnyOf(identifiers: Identifiers): Holds {
  const taken = takenOut(identifiers);
  return (text) => taken.some((one) => one.heldBy(text) !== null);
}
