import attitudinal from './attitudinal.json' with { type: 'json' };
import behavioural from './behavioural.json' with { type: 'json' };
import engagement from './engagement.json' with { type: 'json' };
import linkable from './linkable.json' with { type: 'json' };
import linked from './linked.json' with { type: 'json' };
import online from './online.json' with { type: 'json' };
import technical from './technical.json' with { type: 'json' };

/** By type: tokens, of whatever language, that rule the type out wherever they stand in the header. */
export const ruledOut: Readonly<Record<string, readonly string[]>> = {
  ...attitudinal,
  ...behavioural,
  ...engagement,
  ...linkable,
  ...linked,
  ...online,
  ...technical,
};
