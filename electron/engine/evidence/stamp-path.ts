import { packPlaces } from '#shared/evidence/pack-places.ts';

/** Where a time stamp lies in a pack: by the head that it is of, and its own hash (hex), of which there may be several. */
export const stampPath = ({ size, sha256 }: { size: number; sha256: string }): string =>
  `${packPlaces.stamps}/head-${size}-${sha256.slice(0, 16)}.tsr`;
