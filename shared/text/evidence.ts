import type { PackProfile } from '#shared/domain/pack-profile.ts';
import type { ReleaseLabel } from '#shared/domain/release-figures.ts';
import { labelWords } from './labels.ts';
import { counted, listed } from './numbers.ts';

/** For whom a pack is, in a sentence. */
export const packProfileNames: Record<PackProfile, string> = {
  authority: 'for an authority',
  auditor: 'for an auditor or customer',
  public: 'for the public',
};

/** What evidence packs, and the descriptions beside releases, say of themselves. */
export const evidenceText = {
  dataPackage: (label: ReleaseLabel, purpose: string | null, rows: number) =>
    `${counted(rows, 'row')}, ${labelWords[label]}${purpose === null ? '' : `, released for: ${purpose}`}.`,
  dataPackageColumn: (treatment: string, sources: readonly string[]) =>
    sources.length === 0 ? treatment : `${treatment} (from ${listed(sources)})`,
  packTitle: (organisation: string, asOf: string) => `Evidence of ${organisation} as of ${asOf}`,
  packDescription:
    'The register of processing, its log and the certificates of releases, to be checked without the program that made ' +
    'them: README says how.',
  packLicence: 'For the supervisory authority or auditor it was made for; no licence to publish.',
  releaseAction: (output: string) => `Release of ${output}`,
};
