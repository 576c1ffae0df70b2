import { impactText as text } from '#shared/text/register/impact.ts';
import { noticeText, periodInWords } from '#shared/text/register/notice-text.ts';
import { art9Words, recipientKindWords } from '#shared/text/register/options.ts';
import { lawfulBasisNames } from '#shared/text/register/rules/lawful-bases.ts';
import { valueOf, valuesOf } from '../answer.ts';
import { declaredUses } from '../declared-uses.ts';
import { heldRecord } from '../held-records.ts';
import { noticeFacts } from '../notice/notice-facts.ts';
import type { RecordVersion } from '../register-snapshot.ts';
import { columnEvidence, releaseEvidence } from '../rules/rule.ts';
import { validNotices } from '../valid-notices.ts';
import type { TemplateFieldId } from './edpb-template.ts';
import { filled, foundNone, ofAssessment, ofDatasets, saysNone, type Fill } from './filled.ts';

const titleOf = ({ body, ref }: RecordVersion<'purpose'>): string => valueOf(body.title) ?? ref;

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
        under.map((purpose) =>
          text.because(
            titleOf(purpose),
            valuesOf(purpose.body.art9Conditions)
              .map((condition) => art9Words[condition])
              .join(', '),
          ),
        ),
        under,
      );
    const special = proposal.cases.find(({ id }) => id === 'large-scale-special');
    const shown = proposal.criteria.find(({ id }) => id === 'sensitive-data');
    // Where nothing of the kind is there, no condition is needed, and what was looked at says so.
    return special?.names.length === 0 && shown?.answer === 'no'
      ? foundNone([text.noSpecial], [activity, ...shown.proofs])
      : null;
  },
  minimisation: ({ named, snapshot, necessity, purposes }) => {
    const told = named.flatMap((dataset) => {
      const matrix = necessity.get(dataset.id);
      if (matrix === undefined || matrix.purposes.length === 0) return [];
      const needed = matrix.rows.filter(({ cells }) => cells.some(({ need }) => need === 'needed'));
      if (needed.length === 0) return [];
      const bindings = declaredUses(snapshot, dataset).filter(({ by }) => by.kind === 'binding');
      return [{ dataset, needed, of: matrix.rows.length, spare: matrix.spare, bindings }];
    });
    return filled(
      told.flatMap(({ dataset, needed, of, spare, bindings }) => [
        text.named(dataset.name, text.needs(needed.length, of)),
        spare.length === 0 ? '' : text.spare(spare),
        ...new Set(bindings.map(({ why }) => why)),
      ]),
      told.flatMap(({ dataset, needed, bindings }) => [
        ...bindings.map(({ by }) => by),
        ...(bindings.length === 0 ? purposes : []),
        columnEvidence(
          dataset,
          needed.map(({ column }) => column),
        ),
      ]),
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
  information: ({ purposes, snapshot, today, named, imports }) => {
    const notices = purposes.flatMap(({ id }) => validNotices(snapshot, id, today));
    const told = named.filter(({ id }) => (imports.get(id)?.informedHow ?? '').trim() !== '');
    return filled(
      [
        ...notices.map(({ body, ref }) =>
          text.noticeValid(valueOf(body.title) ?? ref, valueOf(body.validFrom) ?? today),
        ),
        ...told.map(({ id, name }) => text.because(name, imports.get(id)!.informedHow)),
      ],
      [...notices, ...ofDatasets(told, () => [])],
    );
  },
  rights: (view) => {
    const stated = ofAssessment((body) => valueOf(body.rights))(view);
    if (stated !== null) return stated;
    const based = view.purposes.filter(({ body }) => valueOf(body.basis) !== undefined);
    return filled(
      based.flatMap(({ id }) => {
        const facts = noticeFacts(view.snapshot, id);
        return facts === null ? [] : noticeText.rights(facts).map(text.asTold);
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
            const kind = valueOf(body.kind);
            const contract = valueOf(body.contract);
            const what = kind === undefined ? text.kindNotStated : recipientKindWords[kind];
            return text.because(name, contract === undefined ? what : text.because(what, contract));
          }),
          [activity, ...recipients],
        ),
  'by-design': (view) => {
    const { releases } = view;
    const measures = view.measures.filter(onTheData);
    const kinds = [...new Set(releases.map(({ kind }) => kind))];
    return filled(
      [...measures.map(measureLine), kinds.length === 0 ? '' : text.forms(kinds)],
      [...measures, ...releases.map(releaseEvidence)],
    );
  },
  security: ({ measures, named }) =>
    filled(
      [...measures.map(measureLine), ...(named.length === 0 ? [] : text.kept)],
      [...measures, ...ofDatasets(named, () => [])],
    ),
} satisfies Partial<Record<TemplateFieldId, Fill>>;
