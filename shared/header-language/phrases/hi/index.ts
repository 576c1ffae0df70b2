import type { HeaderLanguage } from '#shared/header-language/header-language.ts';
import linkable from './linkable.json' with { type: 'json' };
import linked from './linked.json' with { type: 'json' };
import technical from './technical.json' with { type: 'json' };

/** Hindi, Marathi and Nepali: what stands in registers of persons. */
export const hindi: HeaderLanguage = {
  code: 'hi',
  gluesNouns: false,
  phrases: { ...linkable, ...linked, ...technical },
};
