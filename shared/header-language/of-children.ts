import { longPattern } from '#shared/domain/long-pattern.ts';
import { headerTokens } from './header.ts';

/* Folded words of a header, in seven languages. */

/** Somebody who answers for a child. */
const guardian = longPattern('')`
  \b(?:
    guardians?|parental|erziehungsberechtigte[rn]?|sorgeberechtigte[rn]?|vormund|responsable legal|
    representant legal|tuteur|tutrice|tutora? legal|representante legal|encarregad[oa] de educacao|genitore|tutore|
    voogd|ouder verzorger
  )\b
`;
/** What a child attends. */
const school = longPattern('')`
  \b(?:
    class|school|grade|year group|form|klasse|schulklasse|jahrgangsstufe|classe|curso|ano escolar|groep|schoolklas|klas
  )\b
`;

const nameOf = (header: string): string => headerTokens(header).join(' ');

/** Whether a header names those who answer for a child. */
export const namesGuardian = (header: string): boolean => guardian.test(nameOf(header));
/** Whether a header may name children, or those who answer for them: whoever has a value there is one. */
export const namesChildren = (header: string): boolean => namesGuardian(header) || school.test(nameOf(header));

/** Pattern of a value that begins by saying whose parent somebody is, in lower case; for JavaScript and for DuckDB. */
export const parentOf =
  '^(?:parents?|mother|father|guardian|mutter|vater|eltern|mère|père|madre|padre|mãe|pai|moeder|vader|ouder|genitore|' +
  'tutor)\\s+(?:of|von|des|der|de|du|di|do|da|van)\\s';
