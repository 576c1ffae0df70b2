import type { PlatformId } from './index.ts';
import type { PlatformField } from './platform-profile.ts';

/** The file that a platform takes as a customer list: CSV in UTF-8. */
export interface UploadLayout {
  /** In their order; `field` null: a column that has to be there and stays empty. */
  columns: readonly { header: string; field: PlatformField | null }[];
  /** Whether the headers stand in a first line. */
  headed: boolean;
  /** Whether a list holds one kind of identifier only. */
  oneField: boolean;
  /** Day the source was read, YYYY-MM-DD. */
  checkedOn: string;
  source: string;
  /** False where the layout is known at second hand, or only in part. */
  confirmed: boolean;
}

const email = (header: string) => ({ header, field: 'email' as const });
const phone = (header: string) => ({ header, field: 'phone' as const });
const maid = (header: string) => ({ header, field: 'maid' as const });
const empty = (header: string) => ({ header, field: null });
const day = { checkedOn: '2026-11-29' };

/** How each platform wants its customer list laid out. Advertising ids stand in lists of their own. */
export const uploadLayouts: Record<PlatformId, UploadLayout> = {
  google: {
    columns: [email('Email'), phone('Phone')],
    headed: true,
    oneField: false,
    ...day,
    source: 'Google Ads help, format of a customer data file, and the template that it links to',
    confirmed: true,
  },
  meta: {
    columns: [email('email'), phone('phone')],
    headed: true,
    oneField: false,
    ...day,
    source: 'Business help, how to format a customer list for a custom audience',
    confirmed: true,
  },
  linkedin: {
    columns: [
      email('email'),
      empty('firstname'),
      empty('lastname'),
      empty('jobtitle'),
      empty('employeecompany'),
      empty('country'),
      empty('googleaid'),
    ],
    headed: true,
    oneField: false,
    ...day,
    source:
      'Contact targeting: headers of the template are neither changed nor removed; names of them as others list them',
    confirmed: false,
  },
  tiktok: {
    columns: [email('Email_SHA256'), phone('Phone_SHA256'), maid('MAID_SHA256')],
    headed: true,
    oneField: false,
    ...day,
    source: 'Supported IDs and formats for a customer file, August 2025',
    confirmed: true,
  },
  pinterest: {
    columns: [email('email'), maid('maid')],
    headed: false,
    oneField: true,
    ...day,
    source: 'Customer lists: one identifier a line, as others describe it',
    confirmed: false,
  },
  snap: {
    columns: [email('email'), phone('phone'), maid('maid')],
    headed: false,
    oneField: true,
    ...day,
    source: 'Customer lists: one type of identifier a list, as others describe it',
    confirmed: false,
  },
  x: {
    columns: [email('email'), maid('maid')],
    headed: false,
    oneField: true,
    ...day,
    source: 'Business help, list custom audiences: identifiers by lines; user data hashed one by one',
    confirmed: true,
  },
  microsoft: {
    columns: [email('Email')],
    headed: true,
    oneField: true,
    ...day,
    source: 'Customer match, a file of hashed e-mail addresses, as others describe it',
    confirmed: false,
  },
  reddit: {
    columns: [email('email'), maid('maid')],
    headed: true,
    oneField: false,
    ...day,
    source: 'Customer lists, a file of hashed e-mail addresses, as others describe it',
    confirmed: false,
  },
};
