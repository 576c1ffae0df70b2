import type { HeaderLanguage } from '#shared/header-language/header-language.ts';
import attitudinal from './attitudinal.json' with { type: 'json' };
import behavioural from './behavioural.json' with { type: 'json' };
import engagement from './engagement.json' with { type: 'json' };
import linkable from './linkable.json' with { type: 'json' };
import linked from './linked.json' with { type: 'json' };
import online from './online.json' with { type: 'json' };
import technical from './technical.json' with { type: 'json' };

/** Indonesian. */
export const indonesian: HeaderLanguage = {
  code: 'id',
  gluesNouns: false,
  phrases: { ...attitudinal, ...behavioural, ...engagement, ...linkable, ...linked, ...online, ...technical },
};
