import type { HeaderLanguage } from '#shared/header-language/header-language.ts';
import behavioural from './behavioural.json' with { type: 'json' };
import engagement from './engagement.json' with { type: 'json' };
import linkable from './linkable.json' with { type: 'json' };
import linked from './linked.json' with { type: 'json' };
import online from './online.json' with { type: 'json' };
import technical from './technical.json' with { type: 'json' };

/** Abbreviations and technical names of no particular language. */
export const anyLanguage: HeaderLanguage = {
  code: 'any',
  gluesNouns: false,
  phrases: { ...behavioural, ...engagement, ...linkable, ...linked, ...online, ...technical },
};
