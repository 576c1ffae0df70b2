import { contractFamily } from './contract-family.ts';
import { contractType } from './contract-type.ts';
import { loyaltySegment } from './loyalty-segment.ts';
import { orderFamily } from './order-family.ts';
import { orderStatus } from './order-status.ts';
import { paymentMethod } from './payment-method.ts';
import { searchFamily } from './search-family.ts';
import { spendFamily } from './spend-family.ts';
import { travelFamily } from './travel-family.ts';
import { usageFamily } from './usage-family.ts';

/** Every behavioural type (taxonomy 6e); a file in this folder that is missing here fails the registry test. */
export const behaviouralTypes = [
  contractType,
  loyaltySegment,
  orderStatus,
  paymentMethod,
  ...orderFamily,
  ...spendFamily,
  ...usageFamily,
  ...searchFamily,
  ...contractFamily,
  ...travelFamily,
] as const;
