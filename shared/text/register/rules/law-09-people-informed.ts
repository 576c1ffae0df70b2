import { firstNames } from '#shared/text/names.ts';
import { says } from '#shared/text/guardrails/words.ts';
import type { OfNamedPurpose } from './words.ts';

export const law09Text = {
  title: 'People are told of every purpose and recipient',
  nothing: 'The register has no purpose, and the workspace no dataset.',
  reasons: {
    'no-notice': ({ purpose }: OfNamedPurpose) =>
      says(
        `No notice that is valid today tells people of “${purpose}”.`,
        'No notice for it was taken over by a person.',
        'Have the notice written from the register, read it, and take it over.',
      ),
    'not-approved': ({ purpose, ref }: OfNamedPurpose & { ref: string }) =>
      says(
        `The notice about “${purpose}” is not approved.`,
        `Not approved: ${ref}.`,
        'Send it for review and have it approved, then tell people.',
      ),
    'recipient-unnamed': ({ purpose, recipients }: OfNamedPurpose & { recipients: string[] }) =>
      says(
        `The notice about “${purpose}” does not name every recipient.`,
        `Not named: ${firstNames(recipients)}.`,
        'Have the notice written anew, and tell people.',
      ),
    told: ({ purpose }: OfNamedPurpose) => says(`A notice that is valid today tells people of “${purpose}”.`),
  },
};
