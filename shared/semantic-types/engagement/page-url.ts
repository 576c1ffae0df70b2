import { semanticType } from '#shared/semantic-types/semantic-type.ts';

const requestLine = /^(GET|POST|HEAD|PUT|DELETE|PATCH|OPTIONS) \/\S* ?(HTTP\/\d(\.\d)?)?$/;
const address = /^https?:\/\/[^\s/]+(\/\S*)?$/i;
const path = /^\/(?!\/)[^\s]*$/;

export const pageUrl = semanticType({
  id: 'page_url',
  label: 'Page address',
  class: 'non_pii',
  category: 'engagement',
  flags: [],
  accepts: ['code', 'text', 'category', 'long_text'],
  valueCheck: (text) => requestLine.test(text) || address.test(text) || path.test(text),
  columnRule: { strength: 'structure', minShare: 0.8, vetoBelow: 0.3 },
  lookAlikes: ['referrer_url', 'url', 'person_profile_url', 'photo_url', 'url_part'],
  tracking: { tracks: 'which pages a visitor opens', reveals: 'interest' },
  positives: [
    'https://shop.example/cart',
    '/products/42',
    'GET /login HTTP/1.1',
    '/',
    'https://example.org/',
    'POST /form.php HTTP/1.0',
    '/a/b?c=d',
    'http://news.example/story?id=1',
  ],
  negatives: ['Cart', 'a/b', 'info@example.org', '2024-01-01', '12/5', 'https://', '//', 'GET'],
  headers: ['page_url', 'Landing Page', 'Seiten-URL', 'pagina de destino', 'page_location'],
  source: 'RFC 3986 (2005); RFC 9112 request line (2022)',
});
