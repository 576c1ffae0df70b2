import { says } from '#shared/text/guardrails/words.ts';
import { basisUnknown, type OfNamedPurpose } from './words.ts';

export const law08Text = {
  title: 'Legitimate interests were weighed',
  nothing: 'No purpose rests on legitimate interests.',
  reasons: {
    'basis-unknown': basisUnknown,
    'not-weighed': ({ purpose }: OfNamedPurpose) =>
      says(
        `The purpose “${purpose}” rests on legitimate interests that nobody has weighed.`,
        'No assessment of legitimate interests names it.',
        'Write the assessment: whose interest, why it needs the data, and what weighs against it.',
      ),
    open: ({ purpose }: OfNamedPurpose) =>
      says(
        `The assessment of legitimate interests for “${purpose}” has no outcome yet.`,
        'Its outcome is open.',
        'Decide whether the interest prevails, and say who decided.',
      ),
    'people-prevail': ({ purpose }: OfNamedPurpose) =>
      says(
        `The interests of people outweigh those that “${purpose}” rests on, so the basis does not hold.`,
        'The assessment says so.',
        'Stop the processing, change it until the outcome is another, or rest it on another basis.',
      ),
    'no-objection': ({ purpose }: OfNamedPurpose) =>
      says(
        `“${purpose}” is direct marketing, and nothing says how people object to it.`,
        'The assessment has no word on objections.',
        'Say how people object, and leave out whoever did: an objection to marketing needs no reason.',
      ),
    'review-due': ({ purpose, reviewOn }: OfNamedPurpose & { reviewOn: string }) =>
      says(
        `The assessment of legitimate interests for “${purpose}” is due for review.`,
        `It was to be looked at again on ${reviewOn}.`,
        'Look whether it still holds, and set the next day.',
      ),
    weighed: ({ purpose }: OfNamedPurpose) =>
      says(`The legitimate interests that “${purpose}” rests on were weighed and prevail.`),
  },
};
