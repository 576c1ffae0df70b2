import type { SemanticType } from '#shared/semantic-types/semantic-type.ts';
import { sentiment } from './sentiment.ts';

/** Every attitudinal type (taxonomy 6f). */
export const attitudinalTypes: readonly SemanticType[] = [sentiment];
