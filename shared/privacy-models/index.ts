import { distinctLDiversity } from './distinct-l-diversity.ts';
import { entropyLDiversity } from './entropy-l-diversity.ts';
import { kAnonymity } from './k-anonymity.ts';
import type { PrivacyModel } from './privacy-model.ts';
import { tCloseness } from './t-closeness.ts';

/** The one list of privacy models. */
export const privacyModels: readonly PrivacyModel[] = [kAnonymity, distinctLDiversity, entropyLDiversity, tCloseness];
