import { distinctLDiversity } from './distinct-l-diversity.ts';
import { entropyLDiversity } from './entropy-l-diversity.ts';
import { kAnonymity } from './k-anonymity.ts';
import type { PrivacyModel } from './privacy-model.ts';
import { tCloseness } from './t-closeness.ts';

/** The one list of privacy models. */
export const privacyModels = [kAnonymity, distinctLDiversity, entropyLDiversity, tCloseness] as const;

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
