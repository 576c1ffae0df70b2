import type { Finding } from './finding.ts';

/** Nothing but the lack of a word speaks for its class, and no person has decided. */
export const isUndecided = (finding: Pick<Finding, 'undecided'>): boolean => finding.undecided === true;

/** Whether a column may tell something of a person: what is undecided counts until somebody decides. */
export const couldBeKnown = (finding: Pick<Finding, 'class' | 'undecided'>): boolean =>
  finding.class !== 'non_pii' || isUndecided(finding);

/** Whether a column counts among those that recognise people together: the linkable and the undecided ones. */
export const isLinkable = (finding: Pick<Finding, 'class' | 'undecided'>): boolean =>
  finding.class === 'linkable' || isUndecided(finding);
