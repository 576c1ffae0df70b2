/** How sure a classification is, in three steps that people can act on. */
export type Sureness = 'certain' | 'likely' | 'doubtful';

/** @param confidence 0…1 */
export const surenessOf = (confidence: number): Sureness =>
  confidence >= 0.9 ? 'certain' : confidence >= 0.7 ? 'likely' : 'doubtful';
