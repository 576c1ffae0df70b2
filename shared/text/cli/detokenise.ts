import { count, numbered } from '../numbers.ts';

/** `custos detokenise`. */
export const detokeniseText = {
  description: 'what tokens stand for, from the sealed table of a workspace; the register keeps that it was asked',
  tokens: 'tokens, or - for one a line on standard input',
  domain: 'the domain that the step of the recipe names',
  forget: 'nobody is to be able to look them up any more',
  reason: 'why they are forgotten: kept in the register',
  forgotten: (tokens: number) => `${numbered(tokens, 'token')} forgotten.`,
  heads: ['Token', 'Stands for'],
  unknown: '(not known)',
  tooMany: (most: number) => `Ask for at most ${count(most)} tokens at once.`,
  examples: ['custos detokenise b0344c61d8db38535ca8afce --domain people --workspace Acme.custos'],
};
