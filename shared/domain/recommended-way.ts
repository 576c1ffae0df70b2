import { z } from 'zod';

/** Ways of anonymising that there is a recipe for (docs/definitions.md, "Ways of anonymising"). */
export const recommendedWay = z.enum(['narrow', 'counts', 'levels', 'wide', 'synthetic']);
export type RecommendedWay = z.infer<typeof recommendedWay>;
