import type {
  OwnRetentionRule,
  RetentionAction,
  RetentionRuleId,
  RetentionStart,
  ShippedRuleId,
} from '#shared/domain/retention.ts';
import type { SemanticTypeId } from '#shared/semantic-types/index.ts';

/** A length that others use, for a person to take. What its source is, `shared/text/retention.ts` says. */
interface Offer {
  id: string;
  /** ISO 8601. */
  duration: string;
  /** YYYY-MM-DD on which somebody last looked the source up; null: nobody did. */
  checkedOn: string | null;
}

/** A kind of data with what is proposed for it. */
export interface RetentionPreset<Id extends RetentionRuleId = RetentionRuleId> {
  id: Id;
  /** `cells`: identifiers, each column by itself. `rows`: whole rows. */
  about: 'cells' | 'rows';
  /** Cells: the types of identifiers. Rows: a table that has one of these is proposed; none: only a person says so. */
  types: readonly SemanticTypeId[];
  /** A table that has one of these is another kind of table. */
  notWith: readonly SemanticTypeId[];
  start: RetentionStart;
  /** The columns that it counts from, where it names them itself. */
  columns: readonly string[];
  /** Whether the period counts anew with each further date: an id that is seen again grows no younger by it. */
  renewed: boolean;
  /** The policy row that says how many days; null where the length is decided here. */
  policy: { id: 'identifier-lifetime'; subject: 'cookie_id' | 'advertising_id' } | null;
  action: RetentionAction;
  /** What may be chosen instead. */
  actions: readonly RetentionAction[];
  offers: readonly Offer[];
}

const cells = {
  about: 'cells',
  notWith: [],
  start: 'first-seen',
  columns: [],
  renewed: false,
  action: 'empty',
} as const;
const rows = {
  about: 'rows',
  columns: [],
  renewed: true,
  policy: null,
  actions: ['delete', 'anonymise', 'review'],
} as const;
const ofIdentifier = ['empty', 'delete', 'review'] as const;
/** Tables of what people did: their rows are not people. */
const ofActs = ['order_id', 'event_id', 'session_id'] as const satisfies readonly SemanticTypeId[];

/**
 * What is proposed, by kind of data. A length that law or our own policy does not give is not made up: a person decides
 * it, and may take an offer.
 */
export const retentionPresets: readonly RetentionPreset<ShippedRuleId>[] = [
  {
    ...cells,
    id: 'cookie-ids',
    types: ['cookie_id'],
    policy: { id: 'identifier-lifetime', subject: 'cookie_id' },
    actions: ofIdentifier,
    offers: [],
  },
  {
    ...cells,
    id: 'advertising-ids',
    types: ['advertising_id'],
    policy: { id: 'identifier-lifetime', subject: 'advertising_id' },
    actions: ofIdentifier,
    offers: [],
  },
  {
    ...cells,
    id: 'other-online-ids',
    types: ['session_id', 'advertising_click_id', 'ip_address', 'mac_address', 'device_id', 'imei'],
    policy: null,
    actions: ofIdentifier,
    offers: [{ id: 'tracker-choice', duration: 'P6M', checkedOn: '2026-11-23' }],
  },
  {
    ...rows,
    id: 'unused-customers',
    types: ['customer_id', 'user_id', 'person_id', 'email_address', 'phone_number', 'full_name', 'username'],
    notWith: ofActs,
    start: 'last-act',
    action: 'delete',
    offers: [
      { id: 'inactive-account', duration: 'P24M', checkedOn: '2026-11-23' },
      { id: 'commercial-relations', duration: 'P36M', checkedOn: '2026-11-23' },
    ],
  },
  {
    ...rows,
    id: 'prospects',
    types: [],
    notWith: [],
    start: 'last-act',
    action: 'delete',
    offers: [{ id: 'commercial-relations', duration: 'P3Y', checkedOn: '2026-11-23' }],
  },
  { ...rows, id: 'transactions', types: ['order_id'], notWith: [], start: 'purchase', action: 'review', offers: [] },
  {
    ...rows,
    id: 'visitor-events',
    types: ['event_id', 'session_id'],
    notWith: ['order_id'],
    start: 'event',
    action: 'delete',
    offers: [{ id: 'audience-measurement', duration: 'P25M', checkedOn: null }],
  },
  {
    ...rows,
    id: 'consent-proof',
    types: ['consent_status', 'consent_timestamp'],
    notWith: [],
    start: 'consent',
    action: 'review',
    actions: ['delete', 'review'],
    offers: [],
  },
];

/** What may be done by a rule of one's own. */
export const actionsOf = (about: RetentionPreset['about']): readonly RetentionAction[] =>
  about === 'cells' ? ofIdentifier : rows.actions;

/** A rule of one's own as a kind of data like those that are shipped. */
export const presetOfOwn = ({ rule: id, about, types, start, columns, action }: OwnRetentionRule): RetentionPreset => ({
  id,
  about,
  // A type of a later version is none that a column of this one has.
  types: types as SemanticTypeId[],
  notWith: [],
  start,
  columns,
  renewed: about === 'rows',
  policy: null,
  action,
  actions: actionsOf(about),
  offers: [],
});
