import { longPattern } from '#shared/domain/long-pattern.ts';
import { semanticType } from '#shared/semantic-types/semantic-type.ts';

const names = longPattern('i')`
  ^(?:
    (?:mobile |microsoft |google |mozilla )?(?:
      chrome|safari|firefox|edge|opera(?: mini)?|brave|vivaldi|internet explorer|ie|
      samsung (?:internet|browser)|uc browser|yandex browser|chromium
    )(?: mobile| webview|-mobile)?|
    android (?:webview|browser)|safari \(in-app\)
  )(?: [\d.]+)?$
`;

/** The browser; alone only by the names of the common ones. */
export const browser = semanticType({
  id: 'browser',
  label: 'Browser',
  class: 'non_pii',
  category: 'technical',
  flags: [],
  accepts: ['category', 'text', 'integer', 'code'],
  valueCheck: (text) => text.length < 40 && names.test(text),
  columnRule: { strength: 'vocabulary', minShare: 0.7, minDistinct: 2, alone: true },
  lookAlikes: [],
  tracking: { tracks: 'which browser a person uses', reveals: 'device' },
  positives: [
    'Chrome',
    'Safari',
    'Firefox',
    'Edge',
    'Mobile Safari',
    'Samsung Internet',
    'Opera Mini',
    'Internet Explorer 11',
  ],
  negatives: ['yes', 'Anna', '1', 'iOS', 'Windows', 'Mozilla/5.0', 'paid', 'opera house'],
  headers: ['Browser', 'Webbrowser', 'navigateur', 'navegador'],
  source: 'taxonomy 6g',
});
