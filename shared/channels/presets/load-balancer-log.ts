import { channel } from '../channel.ts';

export const loadBalancerLog = channel({
  id: 'load-balancer-log',
  label: 'AWS load balancer, access log',
  called: 'A load balancer’s log',
  family: 'tracking-pixels',
  fingerprint: { names: [['client_ip', 'client_port', 'elb']] },
  reading: { nullWords: ['-'], times: 'UTC, in the form of ISO 8601.' },
  columns: {
    client_ip: 'ip_address',
    client_port: 'network_port',
    type: 'network_protocol',
    time: 'timestamp',
    request_creation_time: 'timestamp',
    tls_connection_creation_time: 'timestamp',
    elb: 'host_name',
    listener: 'host_name',
    target: 'host_name',
    backend: 'host_name',
    destination: 'host_name',
    domain_name: 'host_name',
    method: 'technical_attribute',
    url: 'page_url',
    redirect_url: 'page_url',
    protocol: 'network_protocol',
    user_agent: 'user_agent',
    elb_status_code: 'http_status',
    target_status_code: 'http_status',
    backend_status_code: 'http_status',
    received_bytes: 'numeric_metric',
    sent_bytes: 'numeric_metric',
    '*_processing_time': 'numeric_metric',
    connection_time: 'numeric_metric',
    tls_handshake_time: 'numeric_metric',
    trace_id: 'event_id',
    conn_trace_id: 'event_id',
    'ssl_*': 'technical_attribute',
    '*_arn': 'technical_attribute',
    'tls_*': 'technical_attribute',
    'alpn_*': 'technical_attribute',
  },
  informedHow:
    'Privacy notice of the website (operation and security of the server); most people do not expect their ' +
    'visits to be evaluated.',
  notes: [
    'Addresses may hold search words, e-mail addresses and tokens.',
    'A request that a scanner sent is no request of a browser and is kept as it came.',
  ],
  source: 'User guides of Application, Network and Classic Load Balancers',
  example: {
    fileName: 'alb.log',
    rows: 4,
    expect: {
      client_ip: 'ip_address',
      time: 'timestamp',
      url: 'page_url',
      user_agent: 'user_agent',
      elb_status_code: 'http_status',
    },
    text: `https 2026-09-11T06:00:05.180204Z app/shop/50dc6c495c0c9188 203.0.113.18:40312 192.0.2.10:80 0.000 0.012 0.000 200 2\
00 310 5120 "GET https://www.example.com:443/ HTTP/2.0" "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Fi\
refox/128.0" TLS_AES_128_GCM_SHA256 TLSv1.3 arn:aws:elasticloadbalancing:eu-central-1:000000000000:targetgroup/web/7\
3e2d6bc24d8a067 "Root=1-66e12a00-3bdc1f4c" "www.example.com" "session-reused" 0 2026-09-11T06:00:05.170000Z "forward\
" "-" "-" "192.0.2.10:80" "200" "-" "-" TID_00dd
https 2026-09-11T06:01:05.181204Z app/shop/50dc6c495c0c9188 198.51.100.7:40313 192.0.2.11:80 0.000 0.013 0.000 200 2\
00 311 5127 "GET https://www.example.com:443/search?q=rain+jacket HTTP/2.0" "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5\
 like Mac OS X) AppleWebKit/605.1.15" TLS_AES_128_GCM_SHA256 TLSv1.3 arn:aws:elasticloadbalancing:eu-central-1:00000\
0000000:targetgroup/web/73e2d6bc24d8a067 "Root=1-66e12a01-3bdc1f4c" "www.example.com" "session-reused" 0 2026-09-11T\
06:01:05.170000Z "forward" "-" "-" "192.0.2.11:80" "200" "-" "-" TID_10dd
https 2026-09-11T06:02:05.182204Z app/shop/50dc6c495c0c9188 192.0.2.45:40314 192.0.2.12:80 0.000 0.014 0.000 302 302\
 312 5134 "GET https://www.example.com:443/account HTTP/2.0" "-" TLS_AES_128_GCM_SHA256 TLSv1.3 arn:aws:elasticloadb\
alancing:eu-central-1:000000000000:targetgroup/web/73e2d6bc24d8a067 "Root=1-66e12a02-3bdc1f4c" "www.example.com" "se\
ssion-reused" 0 2026-09-11T06:02:05.170000Z "forward" "-" "-" "192.0.2.12:80" "302" "-" "-" TID_20dd
https 2026-09-11T06:03:05.183204Z app/shop/50dc6c495c0c9188 203.0.113.77:40315 192.0.2.13:80 0.000 0.015 0.000 404 4\
04 313 5141 "GET https://www.example.com:443/thanks HTTP/2.0" "curl/8.7.1" TLS_AES_128_GCM_SHA256 TLSv1.3 arn:aws:el\
asticloadbalancing:eu-central-1:000000000000:targetgroup/web/73e2d6bc24d8a067 "Root=1-66e12a03-3bdc1f4c" "www.exampl\
e.com" "session-reused" 0 2026-09-11T06:03:05.170000Z "forward" "-" "-" "192.0.2.13:80" "404" "-" "-" TID_30dd
`,
  },
});
