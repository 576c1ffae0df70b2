import { channel } from '../channel.ts';

const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0';

export const pixelHits = channel({
  id: 'pixel-hits',
  label: 'Tracking pixel, hits in a web server’s log',
  called: 'The tracking pixel',
  family: 'tracking-pixels',
  fingerprint: {
    names: [
      ['ip', 'time', 'path', 'user_agent', 'idsite', 'rec', 'method'],
      ['ip', 'time', 'path', 'user_agent', 'tid', 'cid', 'method'],
      ['ip', 'time', 'path', 'user_agent', 'id', 'ev', 'method'],
    ],
  },
  reading: { nullWords: ['-'], times: 'The server’s local time; every line carries its offset.' },
  columns: {
    ip: 'ip_address',
    remote_user: 'username',
    time: 'timestamp',
    method: 'technical_attribute',
    path: 'technical_attribute',
    query: 'url_part',
    protocol: 'network_protocol',
    status: 'http_status',
    bytes: 'numeric_metric',
    referrer: 'referrer_url',
    user_agent: 'user_agent',
    virtual_host: 'host_name',
    identity: 'username',
    rest: 'technical_attribute',
    idsite: 'technical_attribute',
    rec: 'technical_attribute',
    _id: 'cookie_id',
    cid: 'cookie_id',
    uid: 'user_id',
    url: 'page_url',
    urlref: 'referrer_url',
    action_name: 'page_title',
    res: 'screen_property',
    e_c: 'event_name',
    e_a: 'event_name',
    e_n: 'event_name',
    search: 'search_term',
    revenue: 'purchase_amount',
    _idts: 'timestamp',
    _idvc: 'session_count',
    rand: 'technical_attribute',
    ec_id: 'order_id',
    tid: 'technical_attribute',
    dl: 'page_url',
    dr: 'referrer_url',
    dt: 'page_title',
    ul: 'language_locale',
    ev: 'event_name',
    id: 'technical_attribute',
    fbp: 'cookie_id',
    fbc: 'advertising_click_id',
    'ud[em]': 'hashed_value',
    rl: 'referrer_url',
  },
  informedHow:
    'Cookie banner of the website or consent to the newsletter: a pixel reads the visitor’s device and needs ' +
    'consent; the log itself proves none.',
  notes: [
    'The query string is the data: each of its parameters is a column.',
    'An e-mail pixel’s id names its recipient once it is joined with the mailing list.',
    'A hashed e-mail address is still personal data.',
  ],
  source: 'Tracking requests documented by Matomo and other analytics systems',
  example: {
    fileName: 'pixel.log',
    rows: 5,
    expect: {
      ip: 'ip_address',
      _id: 'cookie_id',
      url: 'page_url',
      action_name: 'page_title',
      res: 'screen_property',
      user_agent: 'user_agent',
    },
    text: [
      ['203.0.113.18', '08:00:05', '3fa9c1d27b60e845', 'https%3A%2F%2Fwww.example.com%2F', 'Home', '1920x1080'],
      ['203.0.113.18', '08:00:50', '3fa9c1d27b60e845', 'https%3A%2F%2Fwww.example.com%2Fcoats', 'Coats', '1920x1080'],
      ['198.51.100.7', '08:23:20', 'a1b07c33d94e52f6', 'https%3A%2F%2Fwww.example.com%2Fsocks', 'Socks', '390x844'],
      ['192.0.2.45', '09:45:04', '0c52e8aa71f3b9d4', 'https%3A%2F%2Fwww.example.com%2F', 'Home', '1366x768'],
      ['192.0.2.112', '10:02:11', '77b1de0f9a2c4e63', 'https%3A%2F%2Fwww.example.com%2Fhelp', 'Help', '412x915'],
    ]
      .map(
        ([ip, time, id, url, title, size], at) =>
          `${ip} - - [11/Sep/2026:${time} +0200] "GET /matomo.php?idsite=1&rec=1&_id=${id}&url=${url}&action_name=` +
          `${title}&res=${size}&rand=${48_211 + at} HTTP/1.1" 200 43 "https://www.example.com/" "${agent}"\n`,
      )
      .join(''),
  },
});
