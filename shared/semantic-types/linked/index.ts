import type { SemanticType } from '#shared/semantic-types/semantic-type.ts';
import { emailAddress } from './email-address.ts';

/** Every linked type (taxonomy 6a). */
export const linkedTypes: readonly SemanticType[] = [emailAddress];
