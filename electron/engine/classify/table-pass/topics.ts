import { wordList } from '#shared/domain/word-list.ts';
import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import { semanticTypeById } from '#shared/semantic-types/index.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';
import { best, support, type ColumnState, type Hypothesis } from '../hypothesis.ts';

/** Beside one of these a word is what somebody thinks, reads or is offered, and not what he or she is. */
const opinions = new Set(
  wordList(`
    interview consequence consequences attitude attitudes opinion opinions comfort comfortable discuss discussion
    discussing stigma perception perceived awareness aware meinung einstellung einstellungen actitud actitudes opinione
    opinioni atteggiamento opiniao opinioes atitude mening meningen houding avis attitudine conseguenza consecuencia
    consecuencias consequencia konsequenz gevolg
  `),
);
const offers = new Set(
  wordList(`
    forum forums news newsletter newsletters article articles blog blogs magazine magazines campaign campaigns ad ads
    advert adverts banner banners video videos webinar webinars seminar podcast channel channels book books
    werbung anzeige anzeigen zeitschrift zeitschriften foro foros noticias revista revistas anuncio anuncios boletin
    actualites revue annonce annonces publicite rivista riviste notizie annuncio pubblicita jornal anuncios tijdschrift
    nieuws advertentie
  `),
);

/** What people like, or spend on: no more than a taste. */
const tastes = new Set(
  wordList(`
    interest interests interested hobby hobbies spending interesse interessen interes intereses interet interets interessi
    zainteresowania zajmy intressen intresse ενδιαφεροντα
  `),
);

/** What somebody likes, reads or is offered on what the name names. */
export const namesTaste = ({ facts: { header } }: ColumnState): boolean =>
  header.tokens.length > 1 && header.tokens.some((token) => tastes.has(token) || offers.has(token));

/** What somebody thinks about what the name names, or is offered on it. */
export const namesOpinion = ({ facts: { header } }: ColumnState): boolean =>
  header.tokens.length > 1 &&
  header.tokens.some((token) => opinions.has(token) || tastes.has(token) || offers.has(token));

const judgements: readonly SemanticTypeId[] = ['satisfaction_score', 'sentiment', 'opinion'];

/** Satisfaction with a team is satisfaction, whatever a lone word beside it could be: where the values are grades. */
function judgement(column: ColumnState): Hypothesis | undefined {
  const { facts } = column;
  const first = best(column);
  if (!first?.lone || judgements.includes(first.type) || facts.distinct > 11 || facts.header.question) return undefined;
  if (facts.number && !(facts.number.whole && facts.number.min >= 0 && facts.number.max <= 10)) return undefined;
  return judgements
    .map((type) => column.hypotheses.get(type))
    .find((found) => found !== undefined && found.header >= 0.5 && !found.vetoed);
}

/**
 * Opinions about a topic and what is offered on it are not the topic: `mental_health_interview`, `education_forums`.
 * Needs answers of a few kinds and no value that shows the fact itself.
 */
export function topicRules(columns: readonly ColumnState[]): void {
  for (const column of columns) {
    const { header, kinds, distinct } = column.facts;
    const judged = judgement(column);
    if (judged)
      support(column, judged.type, (best(column)?.score ?? 0) + 0.05 - judged.score, {
        kind: 'header',
        detail: evidenceText.table.opinionAbout,
      });
    const first = best(column);
    const type = first && semanticTypeById(first.type);
    if (
      !first ||
      !type ||
      type.class === 'linked' ||
      type.category !== 'personal' ||
      header.question ||
      header.tokens.length < 2 ||
      first.share >= 0.5 ||
      !(kinds.has('boolean') || distinct <= 8)
    )
      continue;
    const opinion = header.tokens.some((token) => opinions.has(token));
    if (!opinion && !header.tokens.some((token) => offers.has(token))) continue;
    support(column, opinion ? 'opinion' : 'ad_exposure', first.score + 0.05, {
      kind: 'header',
      detail: opinion ? evidenceText.table.opinionAbout : evidenceText.table.offerAbout,
    });
  }
}
