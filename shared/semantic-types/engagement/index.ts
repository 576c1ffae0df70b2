import type { SemanticType } from '#shared/semantic-types/semantic-type.ts';
import { pageUrl } from './page-url.ts';

/** Every engagement type (taxonomy 6d); a file in this folder that is missing here fails the registry test. */
export const engagementTypes: readonly SemanticType[] = [pageUrl];
