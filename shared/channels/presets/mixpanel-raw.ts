import type { Channel } from '../channel.ts';

export const mixpanelRaw: Channel = {
  id: 'mixpanel-raw',
  label: 'Mixpanel, raw events (JSON Lines)',
  called: 'Mixpanel’s raw export',
  family: 'website-analytics',
  fingerprint: { names: [['event', 'properties.distinct_id'], ['event', 'properties.$insert_id'], ['event', '$insert_id', 'distinct_id']] },
  reading: { times: 'Seconds since 1970; in the project’s time zone for older projects, in UTC for newer ones.' },
  columns: {
    event: 'event_name', 'properties.time': 'timestamp', time: 'timestamp', 'properties.distinct_id': 'cookie_id', distinct_id: 'cookie_id', 'properties.$device_id': 'device_id', $device_id: 'device_id', 'properties.$user_id': 'user_id', $user_id: 'user_id', 'properties.$insert_id': 'event_id', $insert_id: 'event_id',
    'properties.$city': 'city', $city: 'city', 'properties.$region': 'state_region', $region: 'state_region', 'properties.mp_country_code': 'country', mp_country_code: 'country', 'properties.$os': 'operating_system', 'properties.$browser': 'browser', 'properties.$browser_version': 'app_version', 'properties.$current_url': 'page_url', $current_url: 'page_url',
    'properties.$referrer': 'referrer_url', 'properties.$initial_referrer': 'referrer_url', 'properties.$referring_domain': 'referrer_url', 'properties.$initial_referring_domain': 'referrer_url', 'properties.$device': 'device_type', 'properties.$screen_*': 'screen_property', 'properties.utm_source': 'utm_source', 'properties.utm_medium': 'utm_medium', 'properties.utm_campaign': 'campaign_name',
    'properties.mp_processing_time_ms': 'timestamp', 'properties.$mp_api_timestamp_ms': 'timestamp', 'properties.mp_lib': 'technical_attribute', 'properties.$lib_version': 'app_version', 'properties.$import': 'boolean_flag', 'properties.search_engine': 'traffic_source', 'properties.search*term': 'search_term', 'properties.$email': 'email_address', 'properties.$name': 'full_name', 'properties.$ip': 'ip_address',
  },
  informedHow: 'Cookie banner or the app’s consent screen, and the privacy notice; the file itself proves no consent.',
  notes: ['The distinct id is often an e-mail address; then it names the person.', 'The same event may come twice: event, time, distinct id and insert id tell duplicates.', 'Own properties may hold names and search words.'],
  source: 'Schema of a public connector for Mixpanel’s raw export',
  example: {
    fileName: 'mixpanel-export.jsonl',
    rows: 5,
    expect: { event: 'event_name', 'properties.time': 'timestamp', 'properties.distinct_id': 'cookie_id', 'properties.$city': 'city', 'properties.$current_url': 'page_url', 'properties.mp_country_code': 'country' },
    text: `${[
      ['Page viewed', 1789113605, '$device:18f2c0a1-77aa-4b0e-9c55-0d2f1e7a9b10', 'Hamburg', 'DE', 'https://app.example.com/'],
      ['Sign up', 1789113702, '$device:18f2c0a1-77aa-4b0e-9c55-0d2f1e7a9b10', 'Hamburg', 'DE', 'https://app.example.com/join'],
      ['Page viewed', 1789115004, '$device:77d0cc12-3b9c-4f77-8a60-92be0c1175ef', 'Lyon', 'FR', 'https://app.example.com/pricing'],
      ['Added to cart', 1789115120, '$device:77d0cc12-3b9c-4f77-8a60-92be0c1175ef', 'Lyon', 'FR', 'https://app.example.com/cart'],
      ['Page viewed', 1789119904, '$device:c41e9a3d-0f6b-41a2-b7d8-5e2f0a91cc34', 'Turin', 'IT', 'https://app.example.com/'],
    ].map(([event, time, id, city, country, url], at) => JSON.stringify({ event, properties: { time, distinct_id: id, $browser: at % 2 === 0 ? 'Firefox' : 'Safari', $city: city, mp_country_code: country, $current_url: url, $device_id: String(id).slice(8), $insert_id: `k3j4h5g6f7d8s9a${at}`, $os: at % 2 === 0 ? 'Linux' : 'iOS', mp_lib: 'web', mp_processing_time_ms: Number(time) * 1000 + 412 } })).join('\n')}\n`,
  },
};
