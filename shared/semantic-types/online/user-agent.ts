import { longPattern } from '#shared/domain/long-pattern.ts';
import { semanticType } from '#shared/semantic-types/semantic-type.ts';

const agents = longPattern('')`
  ^(?:
    Mozilla|Opera|Dalvik|curl|Wget|okhttp|PostmanRuntime|python-requests|Googlebot|bingbot|facebookexternalhit|
    CFNetwork|[\w.-]+\/[\d.]+ \(.*\)|[\w. -]+\/[\d.]+ CFNetwork
  )
`;

export const userAgent = semanticType({
  id: 'user_agent',
  label: 'User agent',
  class: 'non_pii',
  category: 'technical',
  flags: ['online_identifier'],
  accepts: ['text', 'long_text', 'code', 'category'],
  valueCheck: (text) => agents.test(text) && /\//.test(text),
  columnRule: { strength: 'structure', minShare: 0.7, minDistinct: 1, alone: true },
  lookAlikes: [],
  tracking: { tracks: 'browser, system and device of a visit', reveals: 'device' },
  noun: 'user agents',
  positives: [
    'Mozilla/5.0 (X11; Linux x86_64)',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0)',
    'Opera/9.80 (Windows NT 6.0)',
    'Dalvik/2.1.0 (Linux; U; Android 9)',
    'curl/8.4.0',
    'okhttp/4.9.0',
    'python-requests/2.31',
    'MyApp/1.2 (Android 14)',
  ],
  negatives: ['Mozilla', 'Chrome', 'yes', 'Firefox 120', 'https://example.org', '1.2.3', 'Safari', '2024-01-01'],
  headers: ['user_agent', 'Browserkennung', 'agent utilisateur', 'agente de usuario', 'HTTP_USER_AGENT'],
  source: 'RFC 9110 section 10.1.5 (2022)',
});
