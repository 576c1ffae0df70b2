import { channel } from '../channel.ts';

export const piwikProRaw = channel({
  id: 'piwik-pro-raw',
  label: 'Piwik PRO, raw data (CSV)',
  called: 'Piwik PRO’s raw export',
  family: 'website-analytics',
  fingerprint: {
    names: [
      ['visitor_id', 'session_id', 'timestamp', 'event_id'],
      ['visitor_id', 'session_id', 'timestamp', 'visitor_returning'],
      ['visitor_id', 'session_id', 'timestamp', 'session_entry_url'],
      ['visitor_id', 'session_id', 'timestamp', 'consent_action'],
    ],
  },
  reading: { times: 'Server time in the website’s time zone, without an offset.' },
  columns: {
    timestamp: 'timestamp',
    visitor_id: 'cookie_id',
    session_id: 'session_id',
    event_id: 'event_id',
    cookie_id: 'cookie_id',
    browser_fingerprint: 'device_id',
    user_id: 'user_id',
    ipv4_address: 'ip_address',
    ipv6_address: 'ip_address',
    campaign_gclid: 'advertising_click_id',
    event_index: 'row_index',
    event_type: 'event_name',
    custom_event_category: 'event_name',
    custom_event_action: 'event_name',
    custom_event_name: 'event_name',
    custom_event_value: 'numeric_metric',
    event_url: 'page_url',
    event_title: 'page_title',
    page_url: 'page_url',
    session_entry_url: 'page_url',
    session_exit_url: 'page_url',
    session_entry_title: 'page_title',
    session_exit_title: 'page_title',
    download_url: 'page_url',
    outlink_url: 'page_url',
    search_keyword: 'search_term',
    keyword: 'search_term',
    referrer_url: 'referrer_url',
    referrer_type: 'traffic_source',
    source: 'traffic_source',
    medium: 'utm_medium',
    source_medium: 'traffic_source',
    campaign_name: 'campaign_name',
    campaign_id: 'campaign_id',
    goal_revenue: 'purchase_amount',
    revenue: 'purchase_amount',
    'revenue_*': 'purchase_amount',
    order_id: 'order_id',
    time_on_page: 'session_duration',
    session_total_time: 'session_duration',
    'session_total_*': 'interaction_count',
    'visitor_days_since_*': 'recency',
    visitor_session_number: 'session_count',
    visitor_returning: 'visitor_type',
    location_city_name: 'city',
    location_country_name: 'country',
    location_subdivision_1_name: 'state_region',
    location_latitude: 'latitude',
    location_longitude: 'longitude',
    location_provider: 'technical_attribute',
    location_organization: 'company_name',
    browser_name: 'browser',
    operating_system: 'operating_system',
    device_type: 'device_type',
    device_brand: 'device_type',
    device_model: 'device_type',
    resolution: 'screen_property',
    browser_language_iso639: 'language_locale',
    consent_action: 'consent_status',
    consent_source: 'consent_status',
    consent_form_button: 'consent_status',
    consent_scope: 'consent_preference',
    'consent_type_*': 'consent_status',
  },
  informedHow:
    'Consent form of the website; the columns that begin with “consent_” hold what was agreed to, when and where.',
  notes: [
    'Every column but the ids and the time is chosen by the user.',
    'It is the one analytics export that carries the consent itself.',
    'Coordinates are finer than targeting may be.',
  ],
  source: 'Piwik PRO public documentation, raw data columns',
  example: {
    fileName: 'piwik-pro-events.csv',
    rows: 6,
    expect: {
      visitor_id: 'cookie_id',
      session_id: 'session_id',
      event_url: 'page_url',
      ipv4_address: 'ip_address',
      location_city_name: 'city',
      consent_type_analytics: 'consent_status',
      visitor_returning: 'visitor_type',
    },
    text: `timestamp,session_id,visitor_id,event_id,event_type,event_url,event_title,search_keyword,ipv4_address,\
location_city_name,location_country_name,device_type,visitor_returning,consent_type_analytics
2026-09-11T08:00:05,9102837465500112233,3fa9c1d27b60e845,8120000000000000001,1,https://www.example.com/,Home,,\
203.0.113.18,Hamburg,Germany,1,0,1
2026-09-11T08:00:50,9102837465500112233,3fa9c1d27b60e845,8120000000000000002,9,https://www.example.com/search,Search,\
rain jacket,203.0.113.18,Hamburg,Germany,1,0,1
2026-09-11T08:23:20,9102837465500112987,a1b07c33d94e52f6,8120000000000000003,1,https://www.example.com/coats,Coats,,\
198.51.100.7,Lyon,France,0,1,1
2026-09-11T08:24:21,9102837465500112987,a1b07c33d94e52f6,8120000000000000004,1,https://www.example.com/coats/12,Parka,\
,198.51.100.7,Lyon,France,0,1,1
2026-09-11T09:45:04,9102837465500119001,0c52e8aa71f3b9d4,8120000000000000005,1,https://www.example.com/,Home,,\
192.0.2.45,Turin,Italy,1,2,0
2026-09-11T09:46:30,9102837465500119001,0c52e8aa71f3b9d4,8120000000000000006,14,https://www.example.com/thanks,Thanks,\
,192.0.2.45,Turin,Italy,1,2,1
`,
  },
});
