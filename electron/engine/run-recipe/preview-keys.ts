import { randomBytes } from 'node:crypto';
import type { ReleaseKeys } from '#engine/keys/keys-from-file.ts';

/**
 * Keys for looking at a recipe where there are none yet: fresh each time, so that no pseudonym shown can be mistaken
 * for a lasting one.
 */
export const previewKeys = (): ReleaseKeys => ({
  pseudonymKey: () => new Uint8Array(randomBytes(32)),
  orderKey: () => new Uint8Array(randomBytes(32)),
});
