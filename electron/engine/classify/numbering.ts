import type { ParsedHeader } from '#shared/header-language/header.ts';

const versions =
  /^(?:(?:sub)?versions?\p{L}*|build|firmware|release|revision|rev|ver|wersja|verze|version\p{L}*|sürüm|surum|kernel)$/u;
const sequences = /^(?:sequence|sequenz|secuencia|sequenza|sequencia|seq|ordinal|lfdnr|laufnummer)$/;

/** Whether a whole word of the name says that the values number versions, which may look like addresses. */
export const namesVersion = ({ tokens, question }: ParsedHeader): boolean =>
  !question && tokens.some((token) => versions.test(token));

/** Whether a whole word of the name says that the values number something one after the other. */
export const namesNumbering = (header: ParsedHeader): boolean =>
  namesVersion(header) || (!header.question && header.tokens.some((token) => sequences.test(token)));
