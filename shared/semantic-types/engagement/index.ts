import { adFamily } from './ad-family.ts';
import { consentFamily } from './consent-family.ts';
import { leadFamily } from './lead-family.ts';
import { pageUrl } from './page-url.ts';
import { socialEmailFamily } from './social-email-family.ts';
import { subscriptionStatus } from './subscription-status.ts';
import { supportFamily } from './support-family.ts';
import { ticketStatus } from './ticket-status.ts';
import { webFamily } from './web-family.ts';

/** Every engagement type (taxonomy 6d); a file in this folder that is missing here fails the registry test. */
export const engagementTypes = [
  subscriptionStatus,
  ticketStatus,
  pageUrl,
  ...adFamily,
  ...consentFamily,
  ...leadFamily,
  ...socialEmailFamily,
  ...supportFamily,
  ...webFamily,
] as const;
