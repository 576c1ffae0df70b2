/** What somebody asks for, by the article that gives the right. */
export const requestTypes = [
  'access',
  'rectify',
  'erase',
  'restrict',
  'portability',
  'object',
  'object-marketing',
  'automated-decision',
  'withdraw-consent',
  'complaint',
] as const;
export type RequestType = (typeof requestTypes)[number];

/** The way of a request, in order. */
export const requestStages = ['identity', 'find', 'decide', 'do', 'tell', 'answer'] as const;
export type RequestStage = (typeof requestStages)[number];

/** What is waited for from the person. */
export const requestWaits = ['identity', 'clarification', 'fee'] as const;
export type RequestWait = (typeof requestWaits)[number];

export const requestChannels = ['e-mail', 'letter', 'form', 'telephone', 'in-person', 'other'] as const;
export type RequestChannel = (typeof requestChannels)[number];

export const requestOutcomes = ['granted', 'partly', 'refused'] as const;
export type RequestOutcome = (typeof requestOutcomes)[number];

/**
 * Why a right is refused, or is not given in full: where the Data Privacy Vocabulary (W3C DPV 2.3, extension
 * justifications) has a term it stands beside its article in `shared/text/requests.ts`.
 */
export const refusalGrounds = [
  'unfounded',
  'excessive',
  'identity-not-shown',
  'nothing-found',
  'others-rights',
  'expression',
  'legal-obligation',
  'public-health',
  'archiving',
  'legal-claims',
  'compelling-grounds',
  'accuracy-shown',
  'not-portable',
  'contract-or-law',
  'national-law',
] as const;
export type RefusalGround = (typeof refusalGrounds)[number];

/** Rights that a ground is about by its article. What is not named here holds of every right. */
const rightsOfGround: Readonly<Partial<Record<RefusalGround, readonly RequestType[]>>> = {
  'others-rights': ['access', 'portability'],
  expression: ['erase'],
  'legal-obligation': ['erase'],
  'public-health': ['erase'],
  archiving: ['erase'],
  'legal-claims': ['erase', 'object'],
  'compelling-grounds': ['object'],
  'accuracy-shown': ['rectify', 'restrict'],
  'not-portable': ['portability'],
  'contract-or-law': ['automated-decision'],
};

/**
 * On which grounds a right may be refused. Nothing is weighed where somebody objects to advertising (Art. 21(3)); a
 * complaint can be about any right.
 */
export const groundsFor = (type: RequestType): readonly RefusalGround[] =>
  refusalGrounds.filter((ground) => type === 'complaint' || (rightsOfGround[ground]?.includes(type) ?? true));

/** Grounds on which data are kept though their erasure is asked for: GDPR Art. 17(3), and law of a country (Art. 23). */
export const keepingGrounds = [
  'legal-obligation',
  'legal-claims',
  'public-health',
  'archiving',
  'expression',
  'national-law',
] as const satisfies readonly RefusalGround[];

/** Letters of a request: to the person, and the last to whoever was given the data. */
export const requestLetters = ['acknowledge', 'ask-identity', 'extension', 'answer', 'tell-recipients'] as const;
export type RequestLetter = (typeof requestLetters)[number];
