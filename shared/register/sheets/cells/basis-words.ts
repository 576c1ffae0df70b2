import type { LawfulBasis } from '#shared/domain/lawful-basis.ts';
import { codeOf, type LayoutLanguage } from '#shared/register/layouts/words.ts';

/** The points of Art. 6(1) in their order. */
const points: readonly LawfulBasis[] = [
  'consent',
  'contract',
  'legal-obligation',
  'vital-interests',
  'public-task',
  'legitimate-interests',
];

/** `Art. 6 Abs. 1 S. 1 lit. f DSGVO`, `Article 6(1)(f) GDPR`, `art. 6.1.f) RGPD`: one point, and nothing else. */
const article = new RegExp(
  [
    /^art(?:icle|ikel|[ií]culo|icolo)?\.?\s*6\s*/,
    /(?:[.,]|abs(?:atz)?\.?|par\.?|§|lid|apartado)?\s*\(?1\)?[.,]?\s*/,
    /(?:(?:s(?:atz)?|uabs)\.?\s*1\s*)?/,
    /(?:lit(?:\.|era)?|lett(?:\.|era)?|letra|buchst(?:\.|abe)?|onder|point|punto)?\s*\(?([a-f])\)?\s*/,
    /(?:(?:eu-?)?ds-?gvo|gdpr|rgpd|avg)?$/,
  ]
    .map(({ source }) => source)
    .join(''),
  'i',
);

function basisAlone(text: string, language: LayoutLanguage): LawfulBasis | null {
  const point = article.exec(text.trim())?.[1]?.toLowerCase();
  if (point !== undefined) return points['abcdef'.indexOf(point)] ?? null;
  return codeOf(language, 'lawfulBases', text);
}

/** The lawful basis that a text names: in words, by its article, or both, where they name the same one. */
export function basisOf(text: string, language: LayoutLanguage): LawfulBasis | null {
  const alone = basisAlone(text, language);
  if (alone !== null) return alone;
  const [, outside = '', inside = ''] = /^([^(]*?)\s*[(,:–—-]\s*(.*?)\)?\s*$/s.exec(text) ?? [];
  const one = basisAlone(outside, language);
  return one !== null && one === basisAlone(inside, language) ? one : null;
}
