import { counted } from '#shared/text/numbers.ts';
import { says } from '#shared/text/guardrails/words.ts';
import { basisUnknown, type OfNamedPurpose } from './words.ts';

export const law07Text = {
  title: 'Nobody without valid consent is in a release',
  nothing: 'Nothing by which people can be reached was released for a purpose that rests on consent.',
  reasons: {
    'basis-unknown': basisUnknown,
    unchecked: ({ purpose, releases }: OfNamedPurpose & { releases: number }) =>
      says(
        `Releases for “${purpose}” left without a look at who withdrew consent.`,
        `${counted(releases, 'release')} did not pass the check of consent.`,
        'Release again with the rows without consent left out, and tell the recipient to delete what it has.',
      ),
    'left-out': ({ purpose, releases }: OfNamedPurpose & { releases: number }) =>
      says(`All ${counted(releases, 'release')} for “${purpose}” left out who had not consented.`),
  },
};
