import { alphaKAnonymity } from './alpha-k-anonymity.ts';
import { averageReidentificationRisk } from './average-risk.ts';
import { basicBetaLikeness } from './basic-beta-likeness.ts';
import { deltaDisclosure } from './delta-disclosure.ts';
import { deltaPresence } from './delta-presence.ts';
import { enhancedBetaLikeness } from './enhanced-beta-likeness.ts';
import { kMap } from './k-map.ts';
import { populationUniqueness } from './population-uniqueness.ts';
import { recursiveLDiversity } from './recursive-l-diversity.ts';
import { sampleUniqueness } from './sample-uniqueness.ts';
import { strictAverageRisk } from './strict-average-risk.ts';
import { distinctLDiversity } from './distinct-l-diversity.ts';
import { entropyLDiversity } from './entropy-l-diversity.ts';
import { kAnonymity } from './k-anonymity.ts';
import type { PrivacyModel } from './privacy-model.ts';
import { tCloseness } from './t-closeness.ts';

/** The one list of privacy models. */
export const privacyModels = [
  kAnonymity,
  kMap,
  distinctLDiversity,
  entropyLDiversity,
  recursiveLDiversity,
  alphaKAnonymity,
  tCloseness,
  deltaPresence,
  deltaDisclosure,
  basicBetaLikeness,
  enhancedBetaLikeness,
  averageReidentificationRisk,
  strictAverageRisk,
  sampleUniqueness,
  populationUniqueness,
] as const;

/** Every id there is. A recipe may hold others: models of a later version. */
export type PrivacyModelId = (typeof privacyModels)[number]['id'];

const byId = new Map<string, PrivacyModel<object, PrivacyModelId>>(
  privacyModels.map((model) => [model.id, model as unknown as PrivacyModel<object, PrivacyModelId>]),
);

/**
 * The model of that id, or undefined for one this version does not know. Its settings must have gone through its
 * schema.
 */
export const findPrivacyModel = (id: string): PrivacyModel<object, PrivacyModelId> | undefined => byId.get(id);
