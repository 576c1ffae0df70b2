import { counted, listed } from './numbers.ts';

/** What is known at second hand says so wherever it is relied on. */
const read = (source: string, checkedOn: string, confirmed: boolean): string =>
  `${source}, ${checkedOn}${confirmed ? '' : ': at second hand, not confirmed'}`;

/** How a customer list was made for its platform: in the window and in certificates. */
export const audienceFactsText = {
  title: 'Customer list for a platform',
  platform: 'Platform',
  matched: 'Matched by',
  matchedBy: (columns: readonly string[]) => `${listed(columns)}, SHA-256`,
  profile: 'Written before hashing',
  profileOf: (version: number, source: string, checkedOn: string, confirmed: boolean) =>
    `version ${version} of the profile: ${read(source, checkedOn, confirmed)}`,
  layout: 'Upload layout',
  layoutOf: (headers: readonly string[], headed: boolean, source: string, checkedOn: string, confirmed: boolean) =>
    `${headed ? headers.join(', ') : `one hash a line, no header (${headers.join(', ')})`}: ` +
    read(source, checkedOn, confirmed),
  smallest: 'Smallest audience',
  smallestOf: (least: number, source: string, checkedOn: string) =>
    `${counted(least, 'person', 'people')}: ${read(source, checkedOn, true)}`,
  retention: 'Keep for',
  retentionOf: (days: number, note: string) => `${counted(days, 'day')}. ${note}`,
};
