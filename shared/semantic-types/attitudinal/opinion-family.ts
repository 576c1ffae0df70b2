import { headerTypes, kinds } from '#shared/semantic-types/semantic-type.ts';

const shared = { class: 'non_pii', category: 'attitudinal', flags: [], source: 'taxonomy 6f' } as const;
const opinion = (tracks: string) => ({ tracks, reveals: 'opinion' as const });

/** What people think and want, as scores, choices or their own words: known by their headers. */
export const opinionFamily = headerTypes([
  { ...shared, id: 'satisfaction_score', label: 'Satisfaction', accepts: ['integer', 'decimal', 'category', 'text', 'boolean'], lookAlikes: ['rating'], tracking: opinion('how satisfied a person is'), headers: ['satisfaction_score', 'Zufriedenheit', 'note de satisfaction', 'nivel de satisfacción', 'tevredenheid', 'NPS'] },
  { ...shared, id: 'rating', label: 'Rating', accepts: ['integer', 'decimal', 'category', 'text', 'boolean'], lookAlikes: ['satisfaction_score'], tracking: opinion('how a person rates a thing'), headers: ['review_rating', 'Bewertung', 'étoiles', 'valoración', 'beoordeling'] },
  { ...shared, id: 'review_title', freeText: 'always', label: 'Title of a review', accepts: kinds.words, lookAlikes: ['review_text'], tracking: opinion('what a person says of a product'), headers: ['Review Title', 'Bewertungstitel', "titre de l'avis", 'recensietitel'] },
  { ...shared, id: 'review_text', freeText: 'always', label: 'Review or feedback', accepts: ['long_text', 'text', 'category'], lookAlikes: ['free_text', 'review_title', 'ticket_text'], tracking: opinion('what a person says in their own words'), headers: ['review_text', 'Rezension', 'avis client', 'comentarios', 'recensie'] },
  { ...shared, id: 'opinion', freeText: 'always', label: 'Opinion', accepts: kinds.any, lookAlikes: ['survey_answer'], tracking: opinion('what a person thinks'), headers: ['opinion', 'Meinung', 'perception', 'actitud'] },
  { ...shared, id: 'preference', label: 'Preference', accepts: kinds.any, tracking: { tracks: 'what a person prefers', reveals: 'interest' }, headers: ['preference', 'Vorlieben', 'préférences', 'preferencia'] },
  { ...shared, id: 'motivation', freeText: 'always', label: 'Motivation or challenge', accepts: kinds.words, tracking: opinion('why a person buys'), headers: ['purchase_motivation', 'Kaufgrund', "raison de l'achat", 'motivo de compra'] },
  { ...shared, id: 'purchase_criteria', label: 'Purchase criteria', accepts: kinds.any, tracking: opinion('what decides a purchase'), headers: ['purchase_criteria', 'Kaufkriterien', "critères d'achat", 'criterios de compra'] },
  { ...shared, id: 'complaint_reason', freeText: 'always', label: 'Reason for leaving or complaining', accepts: kinds.words, lookAlikes: ['termination_reason'], tracking: opinion('why a person left or complained'), headers: ['Churn Reason', 'Kündigungsgrund', 'motif de résiliation', 'motivo de baja'] },
  { ...shared, id: 'survey_answer', freeText: 'possible', label: 'Answer to a survey', accepts: kinds.any, lookAlikes: ['opinion'], tracking: opinion('answers in a survey'), headers: ['survey_answer', 'Umfrageantwort', 'réponse au sondage', 'respuesta de la encuesta'] },
]);
