import { count } from '../numbers.ts';

/** `custos decipher`. */
export const decipherText = {
  description:
    'what format-preserving encryption wrote, undone under a key of the workspace; the register keeps that it was asked',
  values: 'enciphered values, or - for one a line on standard input',
  purpose: 'the purpose of the recipe, where the step names no key',
  key: 'the key that the step of the recipe names',
  alphabet: 'the alphabet of the step: digits, lower, upper or mixed',
  oneOf: 'Say under which key they were written: --key NAME where the step names one, else --purpose ID of the recipe.',
  none: 'No value was given: name some, or give them one a line on standard input.',
  tooMany: (most: number) => `Ask for at most ${count(most)} values at once.`,
  heads: ['Enciphered', 'Stands for'],
  unknown: '(no value of this alphabet)',
  unchecked:
    'Nothing tells whether a value was written under this key: of one that was not, the cipher makes another. Check the ' +
    'purpose, the key and the alphabet where what comes out makes no sense.',
  examples: ['custos decipher "+99 940 59734542" --purpose P1 --workspace Acme.custos'],
};
