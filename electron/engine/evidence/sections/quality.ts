import { packPlaces } from '#shared/evidence/pack-places.ts';
import { qualityEntries } from '#shared/journal/entry-kinds/quality.ts';
import { payloadFacts } from '#engine/journal/payload-facts.ts';
import { packedJson, type PackSection } from '../pack-section.ts';

/**
 * Checks of quality, what became of their findings, and samples held against their source (G4), a file each: columns,
 * counts, reasons, and the entry that says so.
 */
export const qualitySection: PackSection = ({ entries, profile }) =>
  (profile === 'public' ? [] : entries).flatMap(({ seq, ts, actor, kind, leaf_hash: leafHash, payload }) => {
    if (!(kind in qualityEntries)) return [];
    const { success, data } = qualityEntries[kind as keyof typeof qualityEntries].safeParse(payloadFacts(payload));
    const name = `${kind.slice('quality.'.length)}-${seq}.json`;
    return success
      ? [packedJson(`${packPlaces.quality}/${name}`, { entry: seq, leafHash, at: ts, by: actor, ...data })]
      : [];
  });
