import { specialFlags } from '#shared/policy/index.ts';
import { assessmentWords } from '#shared/text/register/assessment.ts';
import { impactText as text } from '#shared/text/register/impact.ts';
import {
  compatibilityOutcomeWords,
  dataCategoryWords,
  dataSourceWords,
  dataSubjectWords,
  expiryActionWords,
  recipientKindWords,
  specialCategoryWords,
  transferMechanismWords,
} from '#shared/text/register/options.ts';
import { channelLabel } from '#shared/text/window/datasets.ts';
import { valueOf, valuesOf } from '../answer.ts';
import { bindingsOf } from '../declared-uses.ts';
import { heldRecord } from '../held-records.ts';
import { countryName } from '../layouts/countries.ts';
import type { TemplateFieldId } from './edpb-template.ts';
import { filled, foundNone, ofAssessment, ofDatasets, saysNone, type Fill, type FillView } from './filled.ts';
import { furtherUsesOf, peopleOf } from './impact-view.ts';

const nameOf = (title: string | undefined, ref: string): string => title ?? ref;

/** What was done: by the log, an import per dataset and what was released; by the register, what happens at the end. */
function phasesFromLog({ named, releases, activity, snapshot, imports, measured }: FillView): string[] {
  return [
    ...named.map(({ id, name }) => text.imported(name, imports.get(id)?.importedOn ?? null)),
    ...releases.map(({ id, kind, purpose }) => text.released(kind, measured.get(id)?.purposeTitle ?? purpose)),
    ...valuesOf(activity.body.retention).flatMap((id) => {
      const rule = heldRecord(snapshot, 'retention', id);
      const action = valueOf(rule?.body.action);
      return rule === undefined || action === undefined
        ? []
        : [text.atTheEnd(nameOf(valueOf(rule.body.name), rule.ref), expiryActionWords[action])];
    }),
  ];
}

const overview = {
  controllers: ({ organisation }) => {
    const body = organisation?.body;
    const joint = valuesOf(body?.jointControllers).map(({ name, contact }) => `${name}, ${contact}`);
    return filled(
      [[valueOf(body?.name), valueOf(body?.address), valueOf(body?.email)].filter((part) => part).join(', '), ...joint],
      [organisation],
    );
  },
  processors: ({ recipients, activity }) => {
    const processors = recipients.filter(({ body }) =>
      ['processor', 'sub-processor'].includes(valueOf(body.kind) ?? ''),
    );
    if (processors.length > 0)
      return filled(
        processors.map(({ body, ref }) =>
          text.named(recipientKindWords[valueOf(body.kind)!], nameOf(valueOf(body.name), ref)),
        ),
        processors,
      );
    if (saysNone(activity.body.recipients)) return filled([text.none], [activity]);
    const told = recipients.some(({ body }) => valueOf(body.kind) !== undefined);
    return told ? foundNone([text.none], [activity, ...recipients]) : null;
  },
  name: ({ activity }) => filled([valueOf(activity.body.name) ?? ''], [activity]),
  planning: ({ activity, named, imports }) => {
    const [from, to] = [valueOf(activity.body.startsOn), valueOf(activity.body.endsOn)];
    if (from !== undefined || to !== undefined)
      return filled([from === undefined ? '' : text.from(from), to === undefined ? '' : text.until(to)], [activity]);
    // Whatever was planned: since when the data are here, the log shows.
    const since = named.flatMap(({ id, name }) => {
      const came = imports.get(id);
      return came === undefined ? [] : [text.hereSince(name, came.importedOn)];
    });
    return filled(
      since,
      ofDatasets(named, () => []),
    );
  },
  team: ({ assessment, activity, purposes }) => {
    const stated = valuesOf(assessment?.body.team);
    if (stated.length > 0) return filled(stated, [assessment]);
    // Whoever wrote the entries that it goes by took part, whoever else does.
    const wrote = [activity, ...purposes];
    return filled(
      [...new Set(wrote.flatMap(({ authors }) => authors))].map((name) =>
        text.wrote(
          name,
          wrote.filter(({ authors }) => authors.includes(name)).map(({ ref }) => ref),
        ),
      ),
      wrote,
    );
  },
  materials: ({ assessment, activity, purposes, recipients, named }) => {
    const stated = valuesOf(assessment?.body.materials);
    if (stated.length > 0) return filled(stated, [assessment]);
    const entries = [...purposes, ...recipients];
    // The activity alone is what is assessed, and no material for it.
    return entries.length + named.length === 0
      ? null
      : filled(
          [...[activity, ...entries].map(({ ref }) => ref), ...named.map(({ name }) => text.dataset(name))],
          [activity, ...entries, ...ofDatasets(named, () => [])],
        );
  },
  reasons: ({ proposal, screening }) => {
    const lines = [
      ...proposal.cases.filter(({ answer }) => answer === 'yes').map((one) => text.reason(text.case(one.id), one)),
      ...proposal.criteria
        .filter(({ answer }) => answer === 'yes')
        .map((one) => text.reason(text.criterion(one.id), one)),
    ];
    const proofs = [...proposal.cases, ...proposal.criteria].filter(({ answer }) => answer === 'yes');
    return filled(
      [valueOf(screening?.body.reason) ?? '', ...lines],
      [screening, ...proofs.flatMap((one) => one.proofs)],
    );
  },
  scope: (view) => {
    const stated = ofAssessment((body) => valueOf(body.scope))(view);
    if (stated !== null || view.named.length === 0) return stated;
    const { activity, named, purposes } = view;
    return filled(
      [
        text.covers(
          activity.ref,
          purposes.map(({ body, ref }) => nameOf(valueOf(body.title), ref)),
          named.map(({ name }) => name),
        ),
      ],
      [activity, ...purposes, ...ofDatasets(named, () => [])],
    );
  },
  completed: ofAssessment((body, { approval }) => valueOf(body.completedOn) ?? approval?.at.slice(0, 10)),
  approved: ofAssessment((body, { approval }) => {
    // The signature over that very version says more than what was typed.
    if (approval !== null) return text.approvedBy(approval.by, approval.at.slice(0, 10), approval.byAnother);
    return [valueOf(body.approvedBy), valueOf(body.approvedOn)].filter((part) => part !== undefined).join(', ');
  }),
  publication: ofAssessment((body) => {
    const chosen = valueOf(body.publication);
    return chosen === undefined ? undefined : assessmentWords.publication.options[chosen];
  }),
} satisfies Partial<Record<TemplateFieldId, Fill>>;

const description = {
  data: ({ activity, named }) =>
    filled(
      [
        ...valuesOf(activity.body.dataItems).map(({ category, what }) =>
          what === undefined ? dataCategoryWords[category] : text.because(dataCategoryWords[category], what),
        ),
        ...named.map(({ name, columns }) =>
          text.columns(
            name,
            columns.map((column) => column.name),
          ),
        ),
      ],
      [activity, ...ofDatasets(named, ({ columns }) => columns.map(({ name }) => name))],
    ),
  'special-data': ({ activity, named }) => {
    const hits = named.map((dataset) => ({
      dataset,
      names: dataset.columns
        .filter(({ flags }) => flags.some((flag) => specialFlags.includes(flag)))
        .map(({ name }) => name),
    }));
    const declared = [...new Set(valuesOf(activity.body.dataItems).flatMap(({ special }) => special ?? []))];
    const lines = [
      ...declared.map((category) => specialCategoryWords[category]),
      ...hits.filter(({ names }) => names.length > 0).map(({ dataset, names }) => text.columns(dataset.name, names)),
    ];
    // Only where a dataset was looked at is nothing found an answer.
    const from = [activity, ...hits.flatMap(({ dataset, names }) => ofDatasets([dataset], () => names))];
    if (lines.length > 0) return filled(lines, from);
    return named.length > 0 ? foundNone([text.noSpecial], from) : null;
  },
  people: ({ activity }) =>
    filled(
      valuesOf(activity.body.dataSubjects).map((people) => dataSubjectWords[people]),
      [activity],
    ),
  purposes: ({ purposes }) =>
    filled(
      purposes.map(({ body, ref }) =>
        text.because(nameOf(valueOf(body.title), ref), valueOf(body.description) ?? valueOf(body.title) ?? ref),
      ),
      purposes,
    ),
  'further-uses': (view) => {
    const uses = furtherUsesOf(view);
    if (uses.length > 0)
      return filled(
        uses.map(({ body, ref }) => {
          const outcome = valueOf(body.outcome);
          return text.because(
            nameOf(valueOf(body.name), ref),
            outcome === undefined ? text.notDecided : compatibilityOutcomeWords[outcome],
          );
        }),
        uses,
      );
    return view.purposes.length > 0 && view.named.length > 0
      ? foundNone(
          [
            text.noFurtherUse,
            ...(view.named.some((one) => bindingsOf(view.snapshot, one).length > 0) ? [text.boundToThese] : []),
          ],
          [view.activity, ...view.purposes, ...view.named.flatMap((one) => bindingsOf(view.snapshot, one))],
        )
      : null;
  },
  nature: (view) => filled(phasesFromLog(view), [view.activity, ...ofDatasets(view.named, () => [])]),
  extent: (view) => {
    const people = peopleOf(view);
    const { body } = view.activity;
    const scale = valuesOf(body.scale).flatMap(({ geography, duration }) => [geography ?? '', duration ?? '']);
    return filled(
      [
        people === null ? '' : text.people(people),
        ...view.named.map(({ name, rows }) => text.rows(name, rows)),
        ...scale,
      ],
      [view.activity, ...ofDatasets(view.named, () => [])],
    );
  },
  context: ({ activity }) =>
    filled(
      [
        text.about(valuesOf(activity.body.dataSubjects).map((people) => dataSubjectWords[people])),
        ...valuesOf(activity.body.dataSources).map(({ kind, who }) =>
          text.came(dataSourceWords[kind], who === undefined ? null : channelLabel(who)),
        ),
        valueOf(activity.body.profiling) ?? '',
      ],
      [activity],
    ),
  transfers: ({ activity, snapshot }) => {
    if (saysNone(activity.body.transfers)) return filled([text.none], [activity]);
    const transfers = valuesOf(activity.body.transfers).flatMap((id) => heldRecord(snapshot, 'transfer', id) ?? []);
    return filled(
      transfers.map(({ body, ref }) => {
        const [country, mechanism] = [valueOf(body.country), valueOf(body.mechanism)];
        return text.because(
          country === undefined
            ? (valueOf(body.internationalOrganisation) ?? nameOf(valueOf(body.name), ref))
            : countryName('en', country),
          mechanism === undefined ? text.notDecided : transferMechanismWords[mechanism],
        );
      }),
      [activity, ...transfers],
    );
  },
  phases: (view) => {
    const stated = valuesOf(view.assessment?.body.phases).map(({ phase, operations }) =>
      text.named(assessmentWords.phases.parts.phase.options[phase], operations),
    );
    return stated.length > 0
      ? filled(stated, [view.assessment])
      : filled(phasesFromLog(view), [view.activity, ...ofDatasets(view.named, () => [])]);
  },
  assets: ({ activity, snapshot, named, imports }) => {
    const systems = valuesOf(activity.body.systems).flatMap((id) => heldRecord(snapshot, 'system', id) ?? []);
    if (systems.length === 0)
      return filled(
        named.map(({ id, name, fileName }) => text.sealedHere(name, imports.get(id)?.fileName ?? fileName)),
        ofDatasets(named, () => []),
      );
    return filled(
      systems.map(({ body, ref }) => {
        const where = valueOf(body.location) ?? valueOf(body.hostedIn);
        const name = nameOf(valueOf(body.name), ref);
        return where === undefined ? name : text.named(name, where);
      }),
      systems,
    );
  },
  'codes-of-conduct': ({ assessment }) =>
    saysNone(assessment?.body.codesOfConduct)
      ? filled([text.none], [assessment])
      : filled(valuesOf(assessment?.body.codesOfConduct), [assessment]),
} satisfies Partial<Record<TemplateFieldId, Fill>>;

/** Sections 0 and 1: what is processed, by whom, why and how. */
export const descriptionFills = { ...overview, ...description };
