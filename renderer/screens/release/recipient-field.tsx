import { Autocomplete } from '@mantine/core';
import type { ReleaseSummary } from '#shared/contract/releases.ts';
import { releaseText as text } from '#shared/text/window/release.ts';
import { recipientsOf } from './recipients.ts';

/** To whom the file goes; those who got a file before are offered. */
export function RecipientField({
  value,
  onChange,
  releases,
}: {
  value: string;
  onChange(value: string): void;
  releases: readonly ReleaseSummary[];
}) {
  return (
    <Autocomplete
      label={text.recipient}
      description={value === '' ? text.recipientHelp : text.recipientKept}
      maxLength={200}
      value={value}
      onChange={onChange}
      data={recipientsOf(releases)}
    />
  );
}
