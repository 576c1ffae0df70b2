import { opinionFamily } from './opinion-family.ts';
import { sentiment } from './sentiment.ts';

/** Every attitudinal type (taxonomy 6f); a file in this folder that is missing here fails the registry test. */
export const attitudinalTypes = [sentiment, ...opinionFamily] as const;
