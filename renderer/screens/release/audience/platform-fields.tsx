import { Select, TextInput } from '@mantine/core';
import type { Purpose } from '#shared/domain/purpose.ts';
import { findPlatform, platformProfiles, type PlatformId } from '#shared/recipe/platforms/index.ts';
import { platformFields, takesField } from '#shared/recipe/platforms/platform-profile.ts';
import { audienceText as text } from '#shared/text/window/audience.ts';
import { changeDraft, isCallingCode, type AudienceDraft } from './audience-draft.ts';

const contact = 'contact';

/** Which platform gets it, for what, and by what it is matched. */
export function PlatformFields({
  datasetId,
  draft,
  purposes,
}: {
  datasetId: string;
  draft: AudienceDraft;
  purposes: readonly Purpose[];
}) {
  const profile = findPlatform(draft.platform);
  const taken = platformFields.filter((field) => takesField(profile, field));
  const set = (change: Partial<AudienceDraft>): void => changeDraft(datasetId, change);
  const choosePlatform = (id: PlatformId): void =>
    set({
      platform: id,
      match: draft.match !== null && takesField(findPlatform(id), draft.match) ? draft.match : null,
    });
  const aboutIds = {
    'plain-only': text.matchHelp['plain-only'](profile.label),
    none: text.matchHelp.none(profile.label),
    own: text.matchHelp.own,
  }[profile.maid === null ? 'none' : profile.maid === 'plain-only' ? 'plain-only' : 'own'];
  const numbers = draft.match === 'phone' || (draft.match === null && taken.includes('phone'));
  return (
    <>
      <Select
        label={text.platform}
        allowDeselect={false}
        data={platformProfiles.map(({ id, label }) => ({ value: id, label }))}
        value={draft.platform}
        onChange={(value) => value !== null && choosePlatform(value)}
      />
      <Select
        label={text.purpose}
        description={text.purposeHelp}
        allowDeselect={false}
        data={purposes
          .filter(({ targeting }) => targeting)
          .map(({ id, code, title }) => ({ value: code ?? id, label: title }))}
        value={draft.purpose}
        onChange={(value) => value !== null && set({ purpose: value })}
      />
      <Select
        label={text.match}
        description={aboutIds}
        allowDeselect={false}
        data={[
          ...(taken.includes('phone') ? [{ value: contact, label: text.matches.contact }] : []),
          ...taken.map((field) => ({ value: field, label: text.matches[field] })),
        ]}
        value={draft.match ?? (taken.includes('phone') ? contact : 'email')}
        onChange={(value) => set({ match: platformFields.find((field) => field === value) ?? null })}
      />
      {numbers && (
        <TextInput
          label={text.callingCode}
          description={text.callingCodeHelp}
          error={isCallingCode(draft.callingCode) ? null : text.callingCodeWrong}
          value={draft.callingCode}
          onChange={(event) => set({ callingCode: event.currentTarget.value.trim() })}
        />
      )}
    </>
  );
}
