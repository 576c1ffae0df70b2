/** A notice as a page to print. */
export const noticePageText = {
  title: (purpose: string) => `Your data and “${purpose}”`,
  generated: 'DRAFT: written from the register, and nobody has taken it over.',
  notApproved: 'DRAFT: not approved.',
  version: 'Version',
  versionOf: (ref: string, version: number) => `${ref} v${version}`,
  validFrom: 'Valid from',
  validTo: 'Valid until',
};
