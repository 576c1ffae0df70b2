import type { Channel } from '../channel.ts';

export const ga4BigQuery: Channel = {
  id: 'ga4-bigquery',
  label: 'Google Analytics 4, events from BigQuery (JSON Lines, Parquet)',
  called: 'Google Analytics 4’s event export',
  family: 'website-analytics',
  fingerprint: { names: [['event_timestamp', 'user_pseudo_id', 'event_name']] },
  reading: { keyValueLists: ['event_params', 'user_properties'], times: 'Event times are microseconds since 1970 in UTC; the event date is a day in the property’s time zone.' },
  columns: {
    event_date: 'date_event', event_timestamp: 'timestamp', event_previous_timestamp: 'timestamp', user_first_touch_timestamp: 'timestamp', event_name: 'event_name', user_id: 'user_id', user_pseudo_id: 'cookie_id', is_active_user: 'activity_flag',
    'event_params.ga_session_id': 'session_id', ga_session_id: 'session_id', 'event_params.ga_session_number': 'session_count', 'event_params.page_location': 'page_url', 'event_params.page_title': 'page_title', 'event_params.page_referrer': 'referrer_url',
    'event_params.search_term': 'search_term', 'event_params.engagement_time_msec': 'session_duration', 'event_params.transaction_id': 'order_id', 'event_params.value': 'purchase_amount', 'event_params.currency': 'currency_code', 'event_params.gclid': 'advertising_click_id', 'event_params.term': 'search_term',
    'event_params.source': 'traffic_source', 'event_params.medium': 'utm_medium', 'event_params.campaign': 'campaign_name', gclid: 'advertising_click_id', fbclid: 'advertising_click_id', fbp: 'cookie_id', fbc: 'advertising_click_id',
    'privacy_info.*': 'consent_status', privacy_info: 'consent_preference', 'user_ltv.revenue': 'lifetime_value', 'user_ltv.currency': 'currency_code', 'device.category': 'device_type', 'device.advertising_id': 'advertising_id', 'device.vendor_id': 'device_id', 'device.operating_system': 'operating_system',
    'device.language': 'language_locale', 'device.web_info.browser': 'browser', 'device.mobile_*': 'device_capability', 'geo.city': 'city', 'geo.metro': 'city', 'geo.region': 'state_region', 'geo.country': 'country', 'geo.continent': 'continent', geo: 'user_location', 'traffic_source.source': 'traffic_source', 'traffic_source.medium': 'utm_medium', 'traffic_source.name': 'campaign_name',
    stream_id: 'technical_attribute', platform: 'platform', 'ecommerce.purchase_revenue*': 'purchase_amount', 'ecommerce.total_item_quantity': 'quantity', 'ecommerce.transaction_id': 'order_id', items: 'json_blob', event_params: 'json_blob', user_properties: 'json_blob', device: 'json_blob',
  },
  informedHow: 'Cookie banner of the website (consent mode) and its privacy notice; the fields of “privacy_info” say what was agreed to when the event was sent.',
  notes: ['One session needs the visitor’s id and the session’s id together.', 'User ids and page addresses may hold e-mail addresses.', 'The rows of the last three days still change.'],
  source: 'Google Analytics help, BigQuery export schema (2026)',
  example: {
    fileName: 'events_20260911.json',
    rows: 6,
    expect: { user_pseudo_id: 'cookie_id', event_name: 'event_name', 'geo.city': 'city', 'event_params.page_location': 'page_url', 'event_params.ga_session_id': 'session_id', 'event_params.value': 'purchase_amount', 'privacy_info.analytics_storage': 'consent_status', event_timestamp: 'timestamp' },
    text: `${[
      ['20260911', '1789113605123456', 'page_view', '1183920174.1788900001', 'Hamburg', 'Germany', 'mobile', 'https://shop.example.com/', 'Home', '1789113600', '', null],
      ['20260911', '1789113650654321', 'view_search_results', '1183920174.1788900001', 'Hamburg', 'Germany', 'mobile', 'https://shop.example.com/search?q=wool+socks', 'Search', '1789113600', 'wool socks', null],
      ['20260911', '1789115000000001', 'page_view', '2044871263.1788911122', 'Lyon', 'France', 'desktop', 'https://shop.example.com/coats', 'Coats', '1789114990', '', null],
      ['20260911', '1789115061000312', 'add_to_cart', '2044871263.1788911122', 'Lyon', 'France', 'desktop', 'https://shop.example.com/coats/12', 'Parka', '1789114990', '', 149.5],
      ['20260911', '1789119904500777', 'page_view', '9931207755.1789119900', 'Turin', 'Italy', 'mobile', 'https://shop.example.com/', 'Home', '1789119900', '', null],
      ['20260911', '1789119990003141', 'purchase', '9931207755.1789119900', 'Turin', 'Italy', 'mobile', 'https://shop.example.com/thanks', 'Thanks', '1789119900', '', 84.95],
    ].map(([date, time, name, visitor, city, country, device, page, title, session, search, price]) => JSON.stringify({
      event_date: date, event_timestamp: time, event_name: name,
      event_params: [{ key: 'page_location', value: { string_value: page } }, { key: 'page_title', value: { string_value: title } }, { key: 'ga_session_id', value: { int_value: session } }, ...(search === '' ? [] : [{ key: 'search_term', value: { string_value: search } }]), ...(price === null ? [] : [{ key: 'currency', value: { string_value: 'EUR' } }, { key: 'value', value: { double_value: price } }])],
      user_pseudo_id: visitor, privacy_info: { analytics_storage: 'Yes', ads_storage: 'No' }, user_properties: [], device: { category: device, language: 'en-gb' }, geo: { continent: 'Europe', country, city }, traffic_source: { name: '(direct)', medium: '(none)', source: '(direct)' }, stream_id: '5201188', platform: 'WEB',
    })).join('\n')}\n`,
  },
};
