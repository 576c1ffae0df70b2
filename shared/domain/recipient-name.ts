import { z } from 'zod';

/**
 * What a release calls whoever gets it: an organisation, a unit or a platform, on one line. It stands in certificate
 * and log, which are kept for good.
 */
export const recipientName = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u);

/** Names of one and the same recipient, however they are written: letters and figures only, whatever the case. */
export const nameKey = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim() || name.trim();
