import type { PackSection } from '../pack-section.ts';
import { auditsSection } from './audits.ts';
import { breachesSection } from './breaches.ts';
import { consentSection } from './consent.ts';
import { impactSection } from './impact.ts';
import { inventorySection } from './inventory.ts';
import { logSection } from './log.ts';
import { principlesSection } from './principles.ts';
import { qualitySection } from './quality.ts';
import { recordsSection } from './records.ts';
import { registerSection } from './register.ts';
import { releasesSection } from './releases.ts';
import { retentionSection } from './retention.ts';
import { rightsSection } from './rights.ts';

/** Everything an evidence pack holds beside its manifest, in the order of accountability.md d. */
export const packSections: readonly PackSection[] = [
  registerSection,
  recordsSection,
  consentSection,
  impactSection,
  principlesSection,
  retentionSection,
  releasesSection,
  rightsSection,
  breachesSection,
  qualitySection,
  auditsSection,
  inventorySection,
  logSection,
];
