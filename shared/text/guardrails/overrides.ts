/** Why nobody may override a block, as the end of “… cannot be overridden: …”. */
export const whyNoOverride = {
  'no-exception': 'the rule knows no exception',
  'false-word': 'what the release is called would not be true',
  'not-known': 'what is not known cannot be weighed',
  'other-ways': 'only new consent, a law, or making the data anonymous first allows that use',
  'left-out': 'a release leaves these rows out',
  'no-need': 'no purpose needs credentials',
};
