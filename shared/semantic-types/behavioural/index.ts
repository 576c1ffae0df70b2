import type { SemanticType } from '#shared/semantic-types/semantic-type.ts';
import { contractFamily } from './contract-family.ts';
import { orderFamily } from './order-family.ts';
import { searchFamily } from './search-family.ts';
import { spendFamily } from './spend-family.ts';
import { travelFamily } from './travel-family.ts';
import { usageFamily } from './usage-family.ts';

/** Every behavioural type (taxonomy 6e); a file in this folder that is missing here fails the registry test. */
export const behaviouralTypes: readonly SemanticType[] = [...orderFamily, ...spendFamily, ...usageFamily, ...searchFamily, ...contractFamily, ...travelFamily];
