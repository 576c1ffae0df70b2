import { z } from 'zod';

/* What payloads are made of. Shares and other decimals are texts, so that every payload has one spelling. */
export const count = z.int().min(0);
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const id = z.string().min(1).max(200);
export const reason = z.string().max(2000);
export const fileName = z.string().max(1000);
export const decimal = z.union([z.string().regex(/^-?\d{1,18}(\.\d{1,18})?(e[+-]\d{1,3})?$/), z.int()]);
export const columnName = z.string().max(20_000);
export const publicKey = z.string().max(200);
/**
 * Hash of the catalogue's record that goes with the entry: whoever relies on the record later holds it against this.
 * Entries before schema 5 have none.
 */
export const recordSha256 = sha256.optional();
/**
 * Sealed files that the entry put in place, with the SHA-256 of each as it lies in the folder; a file is held against the
 * newest entry that names it. Older entries name none.
 */
export const sealedFiles = z.array(z.strictObject({ name: z.string().max(200), sha256 })).max(10);
