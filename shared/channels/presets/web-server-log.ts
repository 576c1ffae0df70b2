import { channel } from '../channel.ts';

export const webServerLog = channel({
  id: 'web-server-log',
  label: 'Web server, access log (common or combined format)',
  called: 'A web server’s access log',
  family: 'tracking-pixels',
  fingerprint: { names: [['ip', 'time', 'method', 'path', 'status', 'user_agent']] },
  reading: { nullWords: ['-'], times: 'The server’s local time; every line carries its offset.' },
  columns: {
    ip: 'ip_address',
    remote_user: 'username',
    time: 'timestamp',
    method: 'technical_attribute',
    path: 'page_url',
    query: 'url_part',
    protocol: 'network_protocol',
    status: 'http_status',
    bytes: 'numeric_metric',
    referrer: 'referrer_url',
    user_agent: 'user_agent',
    virtual_host: 'host_name',
    identity: 'username',
    rest: 'technical_attribute',
  },
  informedHow:
    'Privacy notice of the website (operation and security of the server); most people do not expect their visits ' +
    'to be evaluated.',
  notes: [
    'Addresses and query strings may hold search words, e-mail addresses and tokens.',
    'A remote user is somebody who signed in: it names the person.',
    'An internal address is a machine of the company, not a visitor.',
  ],
  source: 'Access logs of Apache and nginx; test logs of Matomo',
  example: {
    fileName: 'access.log',
    rows: 6,
    expect: {
      ip: 'ip_address',
      remote_user: 'username',
      time: 'timestamp',
      path: 'page_url',
      status: 'http_status',
      user_agent: 'user_agent',
      referrer: 'referrer_url',
    },
    text: `203.0.113.18 - - [11/Sep/2026:08:00:05 +0200] "GET / HTTP/1.1" 200 5120 "-" "Mozilla/5.0 (X11; Linux \
x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"
203.0.113.18 - - [11/Sep/2026:08:00:50 +0200] "GET /search?q=rain+jacket HTTP/1.1" 200 8033 "https://www.example.com/"\
 "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"
198.51.100.7 - mlindqvist [11/Sep/2026:08:23:20 +0200] "GET /account HTTP/2.0" 200 2210 "\
https://www.example.com/login" "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 (KHTML, like Gecko) \
Version/17.5 Safari/605.1.15"
2001:db8::44 - - [11/Sep/2026:09:45:04 +0200] "POST /cart HTTP/2.0" 302 - "https://www.example.com/coats/12" "\
Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148"
192.0.2.45 - - [11/Sep/2026:09:46:30 +0200] "GET /thanks HTTP/1.1" 404 512 "-" "Mozilla/5.0 (Windows NT 10.0; Win64; \
x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0 Safari/537.36"
192.0.2.112 - - [11/Sep/2026:10:02:11 +0200] "GET /coats?utm_source=newsletter&utm_medium=email HTTP/1.1" 200 7741 "-"\
 "Mozilla/5.0 (Android 14; Mobile; rv:128.0) Gecko/128.0 Firefox/128.0"
`,
  },
});
