import { isUndecided } from '#shared/domain/could-be-known.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { ColumnRole, RecipeFormat2 } from '#shared/domain/recipe-format-2.ts';
import { mostProtected } from '#shared/domain/recipe-parts.ts';
import { hasFlag, isDirectIdentifier, isFreeText, isOnlineIdentifier } from '#shared/guardrails/output-view.ts';
import { specialFlags } from '#shared/policy/index.ts';
import { typeSet } from '#shared/semantic-types/type-set.ts';
import type { RoleReason } from '#shared/text/roles.ts';
import { personIds } from './person-ids.ts';

/** The role of a column, and why: a reason of the suggestion, or that somebody gave it. */
export interface SuggestedRole {
  column: string;
  role: ColumnRole;
  why: RoleReason;
}

/** Ids of something that nearly always belongs to one person. */
const eventIds = typeSet('order_id', 'booking_id', 'ticket_id', 'event_id', 'record_id', 'row_index', 'hashed_value');
/** Points at a person in its exact form only: its years and months are known of many. */
const dates = typeSet('date_of_birth', 'date_of_death');
/** Values of a household, an organisation or a place rather than of one person. */
const ofGroups = typeSet(
  'household_size',
  'company_name',
  'business_name',
  'company_size',
  'company_type',
  'company_revenue',
  'industry_sector',
  'economic_indicator',
  'population',
);
const people = new Set<string>(personIds);

/** Why a column points at one person; null where it does not. */
function identifies(finding: Finding): RoleReason | null {
  if (dates.has(finding.type)) return null;
  if (isFreeText(finding)) return 'own-words';
  if (isOnlineIdentifier(finding)) return 'online';
  if (isDirectIdentifier(finding)) return 'one-person';
  if (people.has(finding.type)) return 'person-number';
  return eventIds.has(finding.type) ? 'one-event' : null;
}

/** From where a column could be known of a person. */
function known(finding: Finding): RoleReason {
  const { type, category, flags, evidence } = finding;
  const untold = type === 'unknown' || isUndecided(finding);
  if (untold && !evidence.some(({ kind }) => kind === 'decision')) return 'untold';
  if (dates.has(type) || flags.includes('timestamp')) return 'moment';
  const reasons = {
    personal: 'demographic',
    engagement: 'engagement',
    behavioral: 'behaviour',
    attitudinal: 'attitude',
    technical: 'technical',
    other: 'other',
  } as const;
  return reasons[category];
}

/**
 * What each column is to whoever meets the file, by its classification alone. What differs between people could be known
 * of a person; only what would harm is worth protecting instead, special categories before money, and few of it: a
 * protected column is one by which nobody is assumed to be recognised.
 * @returns one per finding, in their order
 */
export function suggestRoles(findings: readonly Finding[]): SuggestedRole[] {
  const free = findings.filter((finding) => identifies(finding) === null);
  const special = free.filter((finding) => hasFlag(finding, specialFlags));
  const money = free.filter((finding) => finding.flags.includes('financial') && !special.includes(finding));
  const guarded = new Set([...special, ...money].slice(0, mostProtected));
  return findings.map((finding): SuggestedRole => {
    const column = finding.name;
    const identifying = identifies(finding);
    if (identifying !== null) return { column, role: 'identifying', why: identifying };
    if (guarded.has(finding))
      return { column, role: 'to-protect', why: special.includes(finding) ? 'special' : 'money' };
    if (special.includes(finding)) return { column, role: 'could-be-known', why: 'special-beyond' };
    if (ofGroups.has(finding.type)) return { column, role: 'same-for-a-group', why: 'group' };
    return { column, role: 'could-be-known', why: known(finding) };
  });
}

/** The roles that hold: those that a recipe gives, for all other columns the suggested ones. */
export function rolesInForce(
  findings: readonly Finding[],
  recipe: Pick<RecipeFormat2, 'roles'> | null,
): SuggestedRole[] {
  const given = new Map((recipe?.roles ?? []).map(({ column, role }) => [column, role]));
  return suggestRoles(findings).map((suggested) => {
    const role = given.get(suggested.column);
    return role === undefined ? suggested : { column: suggested.column, role, why: 'given' };
  });
}

/**
 * The roles of a recipe after somebody gave a column one. The suggested role taken again is no longer recorded, so that
 * a later version may suggest better.
 */
export function giveRole(
  roles: RecipeFormat2['roles'],
  suggested: SuggestedRole,
  role: ColumnRole,
): NonNullable<RecipeFormat2['roles']> {
  const others = (roles ?? []).filter(({ column }) => column !== suggested.column);
  return suggested.role === role ? others : [...others, { column: suggested.column, role }];
}
