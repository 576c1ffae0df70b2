import type { Purpose } from '#shared/domain/purpose.ts';
import { findSegments } from './p1-find-segments.ts';
import { highValueCustomers } from './p2-high-value-customers.ts';
import { secondPurchase } from './p3-second-purchase.ts';
import { personalise } from './p4-personalise.ts';
import { keepEngaged } from './p5-keep-engaged.ts';
import { unifiedView } from './p6-unified-view.ts';
import { realTimeResponse } from './p7-real-time-response.ts';
import { uniqueDataSet } from './p8-unique-data-set.ts';

/** The one list of purpose presets (mission P1–P8). */
export const purposes: readonly Purpose[] = [
  findSegments,
  highValueCustomers,
  secondPurchase,
  personalise,
  keepEngaged,
  unifiedView,
  realTimeResponse,
  uniqueDataSet,
];

/**
 * The preset with that id (`p1-find-segments`), code (`P1`) or slug (`find-segments`), whatever the case; undefined
 * where there is none.
 */
export function findPurpose(idOrCode: string): Purpose | undefined {
  const wanted = idOrCode.trim().toLowerCase();
  return purposes.find(
    ({ id, code }) => id === wanted || code.toLowerCase() === wanted || id.slice(code.length + 1) === wanted,
  );
}
