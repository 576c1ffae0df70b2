import { wordList } from '#shared/domain/word-list.ts';
import { semanticType } from '#shared/semantic-types/semantic-type.ts';

const words = new Set(
  wordList(`
    positive negative neutral mixed pos neg neu positiv negativ positif negatif neutre positivo negativo neutro positief
    negatief neutraal
  `),
);

export const sentiment = semanticType({
  id: 'sentiment',
  label: 'Sentiment',
  class: 'non_pii',
  category: 'attitudinal',
  flags: [],
  accepts: ['category', 'text', 'integer', 'decimal', 'boolean'],
  valueCheck: (text) => words.has(text.toLowerCase()),
  columnRule: { strength: 'vocabulary', minShare: 0.9, minDistinct: 2, alone: true },
  lookAlikes: ['lab_value', 'satisfaction_score'],
  tracking: { tracks: 'how people feel about something', reveals: 'opinion' },
  positives: ['positive', 'Negative', 'neutral', 'Neutral', 'positiv', 'negatif', 'positivo', 'neutraal'],
  negatives: ['good', 'yes', '1', 'happy', 'negation', 'Positive result', 'no', 'n/a'],
  headers: ['sentiment', 'Stimmung', 'sentimiento', 'polarité', 'Sentiment Score'],
  source: 'taxonomy 6f',
});
