import { impactText as text } from '#shared/text/register/impact.ts';
import { noticeText, periodInWords } from '#shared/text/register/notice-text.ts';
import { lawfulBasisNames } from '#shared/text/register/rules/lawful-bases.ts';
import { valueOf, valuesOf } from '../answer.ts';
import { declaredUses } from '../declared-uses.ts';
import { heldRecord } from '../held-records.ts';
import { noticeFacts } from '../notice/notice-facts.ts';
import type { RecordVersion } from '../register-snapshot.ts';
import { columnEvidence, releaseEvidence } from '../rules/rule.ts';
import { validNotices } from '../valid-notices.ts';
import type { TemplateFieldId } from './edpb-template.ts';
import { filled, ofAssessment, ofDatasets, saysNone, type Fill, type FillView } from './filled.ts';

const titleOf = ({ body, ref }: RecordVersion<'purpose'>): string => valueOf(body.title) ?? ref;

const measuresOf = ({ activity, snapshot }: FillView): RecordVersion<'measure'>[] =>
  valuesOf(activity.body.measures).flatMap((id) => heldRecord(snapshot, 'measure', id) ?? []);

/** Measures of the kinds that act on the data themselves. */
const onTheData = ({ body }: RecordVersion<'measure'>): boolean =>
  ['encryption', 'pseudonymisation'].includes(valueOf(body.kind) ?? '');

const measureLine = ({ body, ref }: RecordVersion<'measure'>): string => {
  const description = valueOf(body.description);
  const name = valueOf(body.name) ?? ref;
  return description === undefined ? name : text.because(name, description);
};

/** Section 2: the analysis of the processing. */
export const analysisFills = {
  'legal-basis': ({ purposes }) => {
    const based = purposes.filter(({ body }) => valueOf(body.basis) !== undefined);
    return filled(
      based.map((purpose) => {
        const basis = lawfulBasisNames[valueOf(purpose.body.basis)!];
        const why = valueOf(purpose.body.justification);
        return text.because(titleOf(purpose), why === undefined ? basis : text.because(basis, why));
      }),
      based,
    );
  },
  'special-condition': ({ purposes, proposal, activity }) => {
    const under = purposes.filter(({ body }) => valuesOf(body.art9Conditions).length > 0);
    if (under.length > 0)
      return filled(
        under.map((purpose) => text.because(titleOf(purpose), valuesOf(purpose.body.art9Conditions).join(', '))),
        under,
      );
    const special = proposal.cases.find(({ id }) => id === 'large-scale-special');
    const shown = proposal.criteria.find(({ id }) => id === 'sensitive-data');
    // Where nothing of the kind is there, no condition is needed, and what was looked at says so.
    return special?.names.length === 0 && shown?.answer === 'no'
      ? filled([text.noSpecial], [activity, ...shown.proofs])
      : null;
  },
  minimisation: ({ named, snapshot }) => {
    const uses = named.map((dataset) => ({ dataset, uses: declaredUses(snapshot, dataset) }));
    const counted = uses.map(({ dataset, uses: declared }) => ({
      dataset,
      declared,
      needed: dataset.columns.filter(({ name }) =>
        // That a dataset as a whole is for a purpose says of no column that it is needed.
        declared.some(({ columns, by }) => by.kind === 'binding' && columns !== null && columns.includes(name)),
      ).length,
    }));
    const bound = counted.filter(({ needed }) => needed > 0);
    return filled(
      bound.flatMap(({ dataset, needed, declared }) => [
        text.named(dataset.name, text.needs(needed, dataset.columns.length)),
        ...new Set(declared.map(({ why }) => why)),
      ]),
      bound.flatMap(({ declared, dataset }) => [...declared.map(({ by }) => by), columnEvidence(dataset, [])]),
    );
  },
  retention: ({ activity, snapshot }) => {
    const rules = valuesOf(activity.body.retention).flatMap((id) => heldRecord(snapshot, 'retention', id) ?? []);
    return filled(
      rules.flatMap(({ body, ref }) => {
        const period = valueOf(body.duration) ?? valueOf(body.criteria);
        const reason = valueOf(body.legalReason);
        if (period === undefined) return [];
        const line = text.because(valueOf(body.name) ?? ref, periodInWords(period));
        return [reason === undefined ? line : text.because(line, reason)];
      }),
      rules,
    );
  },
  'data-quality': ({ named }) =>
    filled(
      named.map(({ name, columns }) =>
        text.named(name, text.checked(columns.filter(({ decided }) => decided).length, columns.length)),
      ),
      ofDatasets(named, ({ columns }) => columns.filter(({ decided }) => decided).map((column) => column.name)),
    ),
  information: ({ purposes, snapshot, today }) => {
    const notices = purposes.flatMap(({ id }) => validNotices(snapshot, id, today));
    return filled(
      notices.map(({ body, ref }) => text.noticeValid(valueOf(body.title) ?? ref, valueOf(body.validFrom) ?? today)),
      notices,
    );
  },
  rights: (view) => {
    const stated = ofAssessment((body) => valueOf(body.rights))(view);
    if (stated !== null) return stated;
    const based = view.purposes.filter(({ body }) => valueOf(body.basis) !== undefined);
    return filled(
      based.flatMap(({ id }) => {
        const facts = noticeFacts(view.snapshot, id);
        return facts === null ? [] : noticeText.rights(facts);
      }),
      based,
    );
  },
  recipients: ({ activity, recipients }) =>
    saysNone(activity.body.recipients)
      ? filled([text.none], [activity])
      : filled(
          recipients.map(({ body, ref }) => {
            const name = valueOf(body.name) ?? ref;
            return text.because(name, valueOf(body.contract) ?? valueOf(body.kind) ?? ref);
          }),
          [activity, ...recipients],
        ),
  'by-design': (view) => {
    const releases = view.named.flatMap((dataset) => dataset.releases);
    const measures = measuresOf(view).filter(onTheData);
    const kinds = [...new Set(releases.map(({ kind }) => kind))];
    return filled(
      [...measures.map(measureLine), kinds.length === 0 ? '' : text.forms(kinds)],
      [...measures, ...releases.map(releaseEvidence)],
    );
  },
  security: (view) => filled(measuresOf(view).map(measureLine), measuresOf(view)),
} satisfies Partial<Record<TemplateFieldId, Fill>>;
