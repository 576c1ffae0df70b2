import { z } from 'zod';
import { fact } from './fact.ts';

/**
 * Outputs that would be written as they were and hold moments finer than a day, places to within some metres, or whole
 * page addresses.
 */
export const exactValues = fact({ id: 'exact-values', value: z.array(z.string()) });
