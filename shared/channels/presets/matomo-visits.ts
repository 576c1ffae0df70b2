import { channel } from '../channel.ts';

export const matomoVisits = channel({
  id: 'matomo-visits',
  label: 'Matomo, visits log (JSON, CSV)',
  called: 'Matomo’s visits log',
  family: 'website-analytics',
  fingerprint: {
    names: [
      ['idsite', 'idvisit', 'visitip'],
      ['idsite', 'idvisit', 'visitorid'],
    ],
  },
  reading: {
    childLists: { actionDetails: ['idSite', 'idVisit', 'visitIp', 'visitorId', 'userId'] },
    times:
      'Timestamps are seconds since 1970 in UTC; the server’s date is in the site’s time zone, the visit’s local ' +
      'time in the visitor’s.',
  },
  columns: {
    idsite: 'technical_attribute',
    idvisit: 'session_id',
    visitip: 'ip_address',
    visitorid: 'cookie_id',
    fingerprint: 'device_id',
    userid: 'user_id',
    visitortype: 'visitor_type',
    visitcount: 'session_count',
    visitduration: 'session_duration',
    actions: 'page_view_count',
    searches: 'interaction_count',
    events: 'interaction_count',
    interactions: 'interaction_count',
    serverdate: 'date_event',
    servertimestamp: 'timestamp',
    lastactiontimestamp: 'timestamp',
    lastactiondatetime: 'timestamp',
    firstactiontimestamp: 'timestamp',
    visitlocaltime: 'time_of_day',
    visitlocalhour: 'time_of_day',
    dayssincelastvisit: 'recency',
    dayssincefirstvisit: 'tenure',
    dayssincelastecommerceorder: 'recency',
    secondssincelastvisit: 'recency',
    secondssincefirstvisit: 'tenure',
    referrertype: 'traffic_source',
    referrertypename: 'traffic_source',
    referrername: 'traffic_source',
    referrerkeyword: 'search_term',
    referrerurl: 'referrer_url',
    languagecode: 'language_locale',
    language: 'language_locale',
    devicetype: 'device_type',
    devicebrand: 'device_type',
    devicemodel: 'device_type',
    operatingsystem: 'operating_system',
    operatingsystemname: 'operating_system',
    browser: 'browser',
    browsername: 'browser',
    resolution: 'screen_property',
    countrycode: 'country',
    country: 'country',
    regioncode: 'state_region',
    region: 'state_region',
    city: 'city',
    location: 'user_location',
    latitude: 'latitude',
    longitude: 'longitude',
    continent: 'continent',
    sitecurrency: 'currency_code',
    goalconversions: 'conversion_count',
    totalecommercerevenue: 'total_spent',
    totalecommerceconversions: 'purchase_count',
    'actiondetails_*_url': 'page_url',
    'actiondetails_*_pagetitle': 'page_title',
    'actiondetails_*_title': 'page_title',
    'actiondetails_*_timespent': 'session_duration',
    'actiondetails_*_timestamp': 'timestamp',
    'actiondetails_*_type': 'event_name',
    'actiondetails_*_sitesearchkeyword': 'search_term',
    actiondetails: 'json_blob',
    url: 'page_url',
    pagetitle: 'page_title',
    title: 'page_title',
    timespent: 'session_duration',
    timestamp: 'timestamp',
    type: 'event_name',
    sitesearchkeyword: 'search_term',
  },
  informedHow:
    'Cookie banner of the website or, without cookies, its privacy notice with the right to object; the file ' +
    'itself proves no consent.',
  notes: [
    'What was looked at stands in “actionDetails”: in JSON it can be opened as a table of its own, in CSV it is ' +
      'one set of columns per action.',
    'The IP address may already be shortened (x.x.0.0).',
    'A user id that is an e-mail address names the person.',
  ],
  source: 'Matomo source code, CSV renderer and expected outputs of its tests',
  example: {
    fileName: 'matomo-visits.csv',
    encoding: 'utf-16le-bom',
    rows: 5,
    expect: {
      visitIp: 'ip_address',
      visitorId: 'cookie_id',
      city: 'city',
      actionDetails_0_url: 'page_url',
      visitDuration: 'session_duration',
      daysSinceLastVisit: 'recency',
    },
    text: `idSite,idVisit,visitIp,visitorId,actionDetails_0_type,actionDetails_0_url,actionDetails_0_pageTitle,\
actionDetails_0_timestamp,actionDetails_1_type,actionDetails_1_url,actionDetails_1_pageTitle,\
actionDetails_1_timestamp,serverDate,visitorType,visitCount,visitDuration,referrerTypeName,languageCode,deviceType,\
browserName,country,city,latitude,longitude,daysSinceLastVisit
1,40211,203.0.113.0,3fa9c1d27b60e845,action,https://www.example.com/,Home,1789113605,action,\
https://www.example.com/coats,Coats,1789113650,2026-09-11,new,1,45,Direct Entry,de,Smartphone,Firefox,Germany,Hamburg,\
53.550000,10.000000,0
1,40212,198.51.100.0,a1b07c33d94e52f6,action,https://www.example.com/coats,Coats,1789115000,action,\
https://www.example.com/coats/12,Parka,1789115061,2026-09-11,returning,4,312,Search Engines,fr,Desktop,Chrome,France,\
Lyon,45.748000,4.846000,6
1,40213,192.0.2.0,0c52e8aa71f3b9d4,action,https://www.example.com/,Home,1789119904,,,,,2026-09-11,new,1,0,Websites,it,\
Smartphone,Safari,Italy,Turin,45.070000,7.686000,0
1,40214,203.0.113.0,77b1de0f9a2c4e63,action,https://www.example.com/socks,Socks,1789120001,action,\
https://www.example.com/cart,Basket,1789120090,2026-09-11,returning,2,140,Direct Entry,en,Desktop,Firefox,Ireland,\
Cork,51.898000,-8.475000,31
1,40215,198.51.100.0,e0d9a8c7b6f51423,action,https://www.example.com/,Home,1789120400,action,\
https://www.example.com/help,Help,1789120455,2026-09-11,new,1,77,Search Engines,nl,Tablet,Safari,Netherlands,Utrecht,\
52.090000,5.121000,0
`,
  },
});
