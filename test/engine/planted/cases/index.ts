import { coarseLookAlikes, granular } from './e1-granular.ts';
import { consentLookAlikes, withoutConsent } from './e2-consent.ts';
import { identifierLookAlikes, identifiers } from './e3-identifiers.ts';
import { originAndBelief, originLookAlikes } from './e4-origin-and-belief.ts';
import { clinicalData, clinicalLookAlikes } from './e5-clinical.ts';
import { adultLookAlikes, minors } from './e7-minors.ts';
import * as others from './e8-g3-g6.ts';

export const plantedViolations = [
  ...granular,
  ...withoutConsent,
  ...identifiers,
  ...originAndBelief,
  ...clinicalData,
  ...minors,
  ...others.pastTheirDays,
  ...others.beyondThePurpose,
  ...others.secretsAndSmallGroups,
];

export const cleanAlikes = [
  ...coarseLookAlikes,
  ...consentLookAlikes,
  ...identifierLookAlikes,
  ...originLookAlikes,
  ...clinicalLookAlikes,
  ...adultLookAlikes,
  ...others.agedLookAlikes,
  ...others.neededForIt,
  ...others.largeGroups,
];
