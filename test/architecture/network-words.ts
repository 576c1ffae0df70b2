import { importsOf, visit } from './read-module.ts';
import type { RepositoryFile } from './source-files.ts';

/** Addresses that are names and are never asked: what they are, and why they stand in the program. */
export const NOT_AN_ADDRESS: { prefix: string; because: string }[] = [
  { prefix: 'http://www.w3.org/', because: 'names of XML and SVG vocabularies' },
  { prefix: 'https://w3id.org/dpv', because: 'the name of the W3C Data Privacy Vocabulary in exports' },
];

/** The files whose task is to refuse addresses, which they can only do by naming them. */
export const REFUSERS = 'electron/main/security/';

const MODULES = new Set(
  ['net', 'tls', 'dns', 'dns/promises', 'http', 'https', 'http2', 'dgram', 'inspector', 'undici'].flatMap((name) => [
    name,
    `node:${name}`,
  ]),
);
const CALLS = new Set([
  'fetch',
  'WebSocket',
  'XMLHttpRequest',
  'EventSource',
  'WebTransport',
  'RTCPeerConnection',
  'sendBeacon',
]);

/** Everything in a file that could reach a network, as `file:line: sentence`. */
export function networkWords(file: RepositoryFile): string[] {
  const problems: string[] = [];
  const report = (line: number, what: string) => problems.push(`${file.path}:${line}: ${what}`);
  for (const one of importsOf(file))
    if (MODULES.has(one.specifier)) report(one.line, `${one.specifier} reaches a network; the product has none`);
  visit(file, (node, line) => {
    if (node.type === 'CallExpression' || node.type === 'NewExpression') {
      const callee = node['callee'] as { type?: string; name?: string; property?: { name?: string } };
      const name = callee.type === 'MemberExpression' ? callee.property?.name : callee.name;
      if (name !== undefined && CALLS.has(name)) report(line(), `${name} reaches a network; the product has none`);
    }
    const texts: string[] = [];
    if (node.type === 'Literal' && typeof node['value'] === 'string') texts.push(node['value']);
    else if (node.type === 'JSXText' && typeof node['value'] === 'string') texts.push(node['value']);
    else if (node.type === 'TemplateElement') texts.push((node['value'] as { raw: string }).raw);
    for (const text of texts) {
      const address = /\b(?:https?|wss?|ftp):\/\/[^\s'"`<>]*/i.exec(text)?.[0];
      if (
        address === undefined ||
        file.path.startsWith(REFUSERS) ||
        NOT_AN_ADDRESS.some((name) => address.startsWith(name.prefix))
      )
        continue;
      report(line(), `${address} is a remote address`);
    }
  });
  return problems;
}
