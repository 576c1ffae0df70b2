/** A component of an iCalendar file: its properties by name, and the components within it. */
export interface IcsComponent {
  name: string;
  properties: Map<string, { parameters: Map<string, string>; value: string }>;
  children: IcsComponent[];
}

const line = /^([A-Z-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^";:,]+))*):([\s\S]*)$/;
const unescaped = (text: string): string =>
  text.replaceAll(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));

/** Texts whose commas and semicolons must be escaped (RFC 5545, 3.3.11). */
const texts = new Set(['SUMMARY', 'DESCRIPTION', 'UID']);

function contentLines(bytes: Uint8Array): string[] {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  if (!text.endsWith('\r\n')) throw new Error('The file does not end with CRLF.');
  const physical = text.slice(0, -2).split('\r\n');
  for (const one of physical) {
    if (/[\r\n]/.test(one)) throw new Error('A line break that is not CRLF.');
    if (new TextEncoder().encode(one).length > 75) throw new Error(`A line of more than 75 octets: ${one}`);
    // A fold never parts a character: each physical line is UTF-8 by itself.
    if (one.includes('\u{fffd}')) throw new Error('A character is cut in two.');
  }
  return physical.reduce<string[]>((lines, one) => {
    if (/^[ \t]/.test(one)) lines.push(`${lines.pop() ?? ''}${one.slice(1)}`);
    else lines.push(one);
    return lines;
  }, []);
}

function required(component: IcsComponent): void {
  const needs: Record<string, string[]> = {
    VCALENDAR: ['VERSION', 'PRODID'],
    VEVENT: ['UID', 'DTSTAMP', 'DTSTART'],
    VALARM: ['ACTION', 'TRIGGER', 'DESCRIPTION'],
  };
  for (const name of needs[component.name] ?? [])
    if (!component.properties.has(name)) throw new Error(`${component.name} has no ${name}.`);
}

/** Reads an iCalendar file by the letter of RFC 5545. @throws Error on whatever does not follow it */
export function readIcs(bytes: Uint8Array): IcsComponent {
  const open: IcsComponent[] = [{ name: '', properties: new Map(), children: [] }];
  for (const content of contentLines(bytes)) {
    const found = line.exec(content);
    if (found === null) throw new Error(`No content line: ${content}`);
    const [, name = '', parameters = '', value = ''] = found;
    if (name === 'BEGIN') {
      const begun: IcsComponent = { name: value, properties: new Map(), children: [] };
      open.at(-1)!.children.push(begun);
      open.push(begun);
    } else if (name === 'END') {
      const ended = open.pop()!;
      if (ended.name !== value) throw new Error(`END:${value} within ${ended.name}.`);
      required(ended);
    } else {
      const own = open.at(-1)!.properties;
      if (own.has(name)) throw new Error(`${name} twice.`);
      if (texts.has(name) && /(?<!\\)(?:\\\\)*[;,]/.test(value)) throw new Error(`Not escaped: ${content}`);
      const pairs = parameters.split(';').flatMap((pair) => (pair === '' ? [] : [pair.split('=') as [string, string]]));
      own.set(name, { parameters: new Map(pairs), value: unescaped(value) });
    }
  }
  const [root] = open;
  if (open.length !== 1 || root!.children.length !== 1) throw new Error('Not one calendar.');
  return root!.children[0]!;
}

export const valueOf = (component: IcsComponent, name: string): string | undefined =>
  component.properties.get(name)?.value;
