import { audienceRows } from '#shared/certificate/audience-rows.ts';
import type { AudienceMade } from '#shared/domain/audience.ts';
import { Facts } from '#renderer/design/facts.tsx';

/** How a list is made for its platform, and by whose word. */
export function AudienceFacts({ audience }: { audience: AudienceMade }) {
  return <Facts items={audienceRows(audience).map(([label, value]) => ({ label, value }))} />;
}
