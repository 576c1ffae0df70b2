import type { SemanticType } from '#shared/semantic-types/semantic-type.ts';
import { orderFamily } from './order-family.ts';

/** Every behavioural type (taxonomy 6e). */
export const behaviouralTypes: readonly SemanticType[] = [...orderFamily];
