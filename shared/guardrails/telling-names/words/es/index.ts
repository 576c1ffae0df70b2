import type { NameLanguage } from '#shared/guardrails/telling-names/name-language.ts';
import around from './around.json' with { type: 'json' };
import belief from './belief-and-origin.json' with { type: 'json' };
import health from './health.json' with { type: 'json' };

/** Spanish. */
export const spanish: NameLanguage = { ...around, flags: { ...belief, ...health } };
