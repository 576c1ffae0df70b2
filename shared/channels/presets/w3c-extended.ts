import { channel } from '../channel.ts';

export const w3cExtended = channel({
  id: 'w3c-extended',
  label: 'Web server or network, W3C extended log (IIS, CloudFront)',
  called: 'A W3C extended log',
  family: 'tracking-pixels',
  fingerprint: { names: [['date', 'time', 'c-ip']] },
  reading: { nullWords: ['-'], times: 'UTC, in two columns: date and time.' },
  columns: {
    'c-ip': 'ip_address',
    'x-forwarded-for': 'ip_address',
    's-ip': 'host_name',
    'cs-username': 'username',
    date: 'date_event',
    time: 'time_of_day',
    'cs-method': 'technical_attribute',
    'cs-uri-stem': 'page_url',
    'cs-uri-query': 'url_part',
    's-port': 'network_port',
    'sc-status': 'http_status',
    'sc-substatus': 'http_status',
    'sc-win32-status': 'http_status',
    'sc-bytes': 'numeric_metric',
    'cs-bytes': 'numeric_metric',
    'time-taken': 'numeric_metric',
    'cs-version': 'network_protocol',
    'cs-protocol': 'network_protocol',
    'cs-host': 'host_name',
    'cs(host)': 'host_name',
    's-computername': 'host_name',
    's-sitename': 'host_name',
    'cs(user-agent)': 'user_agent',
    'cs(referer)': 'referrer_url',
    'cs(cookie)': 'cookie_id',
  },
  informedHow:
    'Privacy notice of the website (operation and security of the server); most people do not expect their visits ' +
    'to be evaluated.',
  notes: [
    'Addresses, query strings and cookies may hold search words, e-mail addresses and tokens.',
    'Somebody who signed in stands under cs-username, often with the company’s domain: it names the person.',
  ],
  source: 'W3C working draft WD-logfile-960323; documentation of IIS and of CloudFront standard logs',
  example: {
    fileName: 'u_ex260911.log',
    rows: 4,
    expect: {
      'c-ip': 'ip_address',
      'cs-username': 'username',
      'cs-uri-stem': 'page_url',
      'sc-status': 'http_status',
      'cs(User-Agent)': 'user_agent',
    },
    text: `#Software: Microsoft Internet Information Services 10.0
#Version: 1.0
#Date: 2026-09-11 06:00:00
#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) sc-status time-taken
2026-09-11 06:00:05 192.0.2.1 GET / - 443 - 203.0.113.18 Mozilla/5.0+(X11;+Linux+x86_64;+rv:128.0) 200 31
2026-09-11 06:00:50 192.0.2.1 GET /search q=rain+jacket 443 - 203.0.113.18 Mozilla/5.0+(X11;+Linux+x86_64;+rv:128.0) 200 62
2026-09-11 06:23:20 192.0.2.1 GET /account - 443 EXAMPLE\\mlindqvist 198.51.100.7 Mozilla/5.0+(Macintosh) 200 15
2026-09-11 07:45:04 192.0.2.1 POST /cart - 443 EXAMPLE\\rokafor 192.0.2.45 Mozilla/5.0+(iPhone) 302 47
`,
  },
});
