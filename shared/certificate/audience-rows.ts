import type { AudienceMade } from '#shared/domain/audience.ts';
import { audienceFactsText as text } from '#shared/text/audience.ts';

/** How a customer list is made for its platform, and by whose word: a label and a sentence each. */
export function audienceRows({
  label,
  identifiers,
  profile,
  layout,
  smallest,
  retention,
}: AudienceMade): [label: string, value: string][] {
  return [
    [text.platform, label],
    [text.matched, text.matchedBy(identifiers.map(({ column }) => column))],
    [text.profile, text.profileOf(profile.version, profile.source, profile.checkedOn, profile.confirmed)],
    [text.layout, text.layoutOf(layout.headers, layout.headed, layout.source, layout.checkedOn, layout.confirmed)],
    ...(smallest === null
      ? []
      : [[text.smallest, text.smallestOf(smallest.people, smallest.source, smallest.checkedOn)] as [string, string]]),
    ...(retention === null
      ? []
      : [[text.retention, text.retentionOf(retention.days, retention.note)] as [string, string]]),
  ];
}
