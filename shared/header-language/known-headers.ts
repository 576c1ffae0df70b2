import { buildHeaderIndex, type HeaderIndex } from './header-index.ts';
import { semanticTypes } from '#shared/semantic-types/index.ts';

let index: HeaderIndex | undefined;

/** The header vocabulary of all types, built when it is first asked for. */
export const knownHeaders = (): HeaderIndex => (index ??= buildHeaderIndex(semanticTypes));
