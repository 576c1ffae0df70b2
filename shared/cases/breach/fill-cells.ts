import { breachWords as words } from '#shared/text/cases/breach.ts';
import { breachCellText as text } from '#shared/text/cases/breach-cells.ts';
import { breachCells, type BreachCell, type WhoTells } from './cells.ts';
import { inZone } from './clock.ts';
import type { BreachForm } from './forms/form.ts';
import type { BreachFormId } from '#shared/domain/breach.ts';
import type { BreachFormSection } from './forms/index.ts';
import type { BreachView } from './view.ts';

/** `workspace`: known to register, data or clock without anybody writing it for this breach. */
type FilledBy = 'workspace' | 'person';

export type FilledCell = { id: BreachCell } & (
  | { state: 'filled'; by: FilledBy; lines: string[] }
  | { state: 'open'; who: WhoTells }
);

type Fill = (view: BreachView) => readonly string[];

const said = (value: string): string[] => (value.trim() === '' ? [] : [value.trim()]);
const at = (iso: string | null, { body: { zone } }: BreachView): string[] =>
  iso === null ? [] : [text.moment(inZone(iso, zone), zone, inZone(iso, 'UTC'))];

const hour = 3_600_000;

/** What register, data and clock say. */
const byWorkspace = {
  'notification-kind': ({ body: { phases } }) => [phases.length === 0 ? text.first : text.inPhases(phases.length)],
  'own-reference': ({ body }) => [body.ref],
  'lead-authority': ({ register }) => register.organisation.leadAuthority,
  'controller-name': ({ register }) => said(register.organisation.name),
  'controller-address': ({ register }) => said(register.organisation.address),
  'controller-email': ({ register }) => said(register.organisation.email),
  'controller-phone': ({ register }) => said(register.organisation.phone),
  'controller-role': ({ register }) => said(register.organisation.role),
  'joint-controllers': ({ register }) => register.organisation.jointControllers,
  representative: ({ register }) => register.organisation.representatives,
  reporter: ({ body }) => said(body.reportedBy),
  'dpo-name': ({ register }) => register.organisation.dpo.flatMap(({ name }) => said(name)),
  'dpo-email': ({ register }) => register.organisation.dpo.flatMap(({ email }) => said(email)),
  'dpo-phone': ({ register }) => register.organisation.dpo.flatMap(({ phone }) => said(phone)),
  established: ({ body }) => [body.state === 'suspected' ? text.supposed : text.established],
  'going-on': ({ body: { state } }) =>
    state === 'suspected' || state === 'detected'
      ? []
      : [(state === 'ongoing' ? text.goesOn : text.isOver)(words.states[state])],
  purposes: ({ register }) => register.purposes,
  'people-number': ({ affected }) => (affected === null ? [] : [words.people(affected.people)]),
  minors: ({ affected }) => (affected === null ? [] : [words.minors(affected.minors, affected.unknownAge)]),
  countries: ({ affected }) => (affected?.countries ?? []).map(({ country, rows }) => text.country(country, rows)),
  'other-countries': ({ affected }) => {
    const countries = affected?.countries ?? [];
    // Where no column tells a country, nobody knows.
    if (countries.length === 0) return [];
    return countries.length === 1 ? [text.none] : countries.map(({ country }) => country);
  },
  identifiable: ({ affected }) =>
    affected === null || affected.identifiers === 'not-known'
      ? []
      : [affected.identifiers === 'plain' ? text.named : text.notNamed(words.identifiers[affected.identifiers])],
  'records-number': ({ affected }) => (affected === null ? [] : [text.rows(affected.rows)]),
  'data-kinds': ({ kinds, untold }) => [...kinds, ...(untold.length === 0 ? [] : [text.untold(untold)])],
  'special-data': ({ affected }) =>
    affected === null ? [] : [affected.special.length === 0 ? text.noSpecial : text.flags(affected.special)],
  tables: ({ body: { scope } }) =>
    (scope?.parts ?? []).map((one) => text.table(one.name, one.rows, one.columns.length)),
  pseudonymised: ({ affected }) =>
    affected === null || affected.identifiers === 'not-known' ? [] : [words.identifiers[affected.identifiers]],
  'measures-before': ({ body: { scope }, register }) => [
    ...(scope?.parts.some(({ kind }) => kind === 'dataset') === true ? [text.sealedAtRest] : []),
    ...register.measures,
  ],
} satisfies Partial<Record<BreachCell, Fill>>;

/** What people stated for this breach. */
const byPerson = {
  'authority-reference': ({ body: { notified } }) => (notified === null ? [text.noneYet] : said(notified.reference)),
  'late-reason': ({ body: { notified }, clock: { state } }) => {
    if (notified !== null && notified.delayReason !== '') return [notified.delayReason];
    return state === 'told' ? [text.inTime] : state === 'running' ? [text.notYetDue] : [];
  },
  contact: ({ body }) => said(body.facts.contact),
  processor: ({ body: { facts } }) =>
    facts.processor === null
      ? facts.cause === 'processor' || facts.cause === 'not-known'
        ? []
        : [text.none]
      : [facts.processor.name],
  'processor-told': (view) => at(view.body.facts.processor?.toldAt ?? null, view),
  'what-happened': ({ body: { facts } }) => [...said(facts.title), ...said(facts.description)],
  'aware-at': (view) => at(view.body.facts.awareAt, view),
  'detected-at': (view) => at(view.body.facts.detectedAt, view),
  'occurred-from': (view) => at(view.body.facts.occurredFrom, view),
  'occurred-to': (view) => at(view.body.facts.occurredTo, view),
  duration: ({ body: { facts } }) =>
    facts.occurredFrom === null || facts.occurredTo === null
      ? []
      : [text.lasted((Date.parse(facts.occurredTo) - Date.parse(facts.occurredFrom)) / hour)],
  types: ({ body }) => body.facts.types.map((type) => words.types[type]),
  cause: ({ body: { facts } }) => (facts.cause === 'not-known' ? [] : [words.causes[facts.cause]]),
  'people-are': ({ body }) => said(body.facts.peopleAre),
  encrypted: ({ body: { facts } }) => (facts.encrypted === 'not-known' ? [] : [words.answers[facts.encrypted]]),
  key: ({ body: { facts } }) => (facts.keyTaken === 'not-known' ? [] : [words.answers[facts.keyTaken]]),
  backups: ({ body: { facts } }) => (facts.backups === 'not-known' ? [] : [words.answers[facts.backups]]),
  consequences: ({ body }) => said(body.facts.consequences),
  severity: ({ body: { facts } }) => (facts.severity === null ? [] : [text.severity(facts.severity)]),
  'severity-reason': ({ body }) => said(body.facts.severityReason),
  risk: ({ body: { decision } }) => (decision === null ? [] : [words.risks[decision.risk]]),
  'risk-reason': ({ body: { decision } }) => said(decision?.authority.reason ?? ''),
  'measures-taken': ({ body }) => said(body.facts.measuresTaken),
  'measures-planned': ({ body }) => said(body.facts.measuresPlanned),
  'advice-to-people': ({ body }) => said(body.facts.adviceToPeople),
  'people-decision': ({ body: { decision } }) =>
    decision === null
      ? []
      : [decision.people.tell ? text.told : text.notTold(words.grounds[decision.people.ground ?? 'no-high-risk'])],
  'people-reason': ({ body: { decision } }) => said(decision?.people.reason ?? ''),
  'people-told-at': (view) => at(view.body.told?.at ?? null, view),
  'people-told-number': ({ body: { told } }) => (told === null ? [] : [text.peopleTold(told.people)]),
  'people-told-channel': ({ body: { told } }) => said(told?.channel ?? ''),
  phases: ({ body }) =>
    body.phases.length === 0
      ? [text.noneSoFar]
      : body.phases.map((one) => text.phase(inZone(one.at, body.zone), one.content)),
} satisfies Partial<Record<BreachCell, Fill>>;

const fills: Record<BreachCell, readonly [FilledBy, Fill]> = Object.fromEntries([
  ...Object.entries(byWorkspace).map(([id, fill]) => [id, ['workspace', fill]]),
  ...Object.entries(byPerson).map(([id, fill]) => [id, ['person', fill]]),
]) as Record<keyof typeof byWorkspace | keyof typeof byPerson, readonly [FilledBy, Fill]>;

function fillCell(view: BreachView, id: BreachCell): FilledCell {
  const [by, fill] = fills[id];
  const lines = [...fill(view)];
  // The officer that a controller names is the contact, unless somebody else is.
  if (id === 'contact' && lines.length === 0) {
    const [dpo] = view.register.organisation.dpo;
    if (dpo !== undefined) return { id, state: 'filled', by: 'workspace', lines: [dpo.name] };
  }
  return lines.length === 0 ? { id, state: 'open', who: breachCells[id] } : { id, state: 'filled', by, lines };
}

export interface FilledForm {
  sections: { id: BreachFormSection; cells: FilledCell[] }[];
  filled: number;
  /** Of those filled, what nobody wrote for this breach. */
  byWorkspace: number;
  fields: number;
}

/** A form of an authority filled with what is known; what nothing says stays open, and says who must answer it. */
export function fillForm(view: BreachView, form: BreachForm<BreachFormId>): FilledForm {
  const sections = form.sections.map(({ id, cells }) => ({
    id: id as BreachFormSection,
    cells: cells.map((cell) => fillCell(view, cell)),
  }));
  const cells = sections.flatMap((section) => section.cells);
  const filled = cells.filter((cell) => cell.state === 'filled');
  return {
    sections,
    filled: filled.length,
    byWorkspace: filled.filter(({ by }) => by === 'workspace').length,
    fields: cells.length,
  };
}
