import { registerJson, registerOfBreaches } from '#shared/cases/breach/register-page.ts';
import { packPlaces } from '#shared/evidence/pack-places.ts';
import { documentPage } from '#shared/pages/page-document.ts';
import { packedText, type PackSection } from '../pack-section.ts';

/** The register of breaches (Art. 33(5)), an empty one too: that none is recorded is an answer. */
export const breachesSection: PackSection = ({ breaches, organisation, asOf, workspaceId }) => {
  if (breaches === null) return [];
  const about = { at: asOf, workspaceId, organisation, unreadable: breaches.unreadable };
  return [
    packedText(`${packPlaces.breaches}/breaches.html`, documentPage(registerOfBreaches(breaches.bodies, about))),
    packedText(`${packPlaces.breaches}/breaches.json`, registerJson(breaches.bodies, about)),
  ];
};
