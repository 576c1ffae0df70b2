import { cutAt, isRuler } from './fixed-width.ts';
import type { LineForm } from './line-form.ts';

const rulerLine = /^[\s|+\-=:_─│┼├┤┌┐└┘┬┴]*[-=─]{2,}[\s|+\-=:_─│┼├┤┌┐└┘┬┴]*$/;

const quoted = (field: string, delimiter: string): string =>
  field.includes(delimiter) || field.includes('"') ? `"${field.replaceAll('"', '""')}"` : field;

/** A line of names in the delimiter of the rows. */
function namesIn(line: string, delimiter: string, of: string): string {
  const whole = /^"((?:[^"]|"")*)"$/.exec(line.trim())?.[1];
  return (whole === undefined ? line : whole.replaceAll('""', '"'))
    .split(delimiter)
    .map((name) => quoted(name.trim().replace(/^"(.*)"$/, '$1'), of))
    .join(of);
}

/** A line of a drawn table: without its outer bars and the spaces beside bars; nothing where it is drawn alone. */
function undrawn(line: string): string {
  if (rulerLine.test(line)) return '';
  if (!/[|│]/.test(line)) return line;
  return line
    .replaceAll('│', '|')
    .replace(/^\s*\|/, '')
    .replace(/\|\s*$/, '')
    .split('|')
    .map((cell) => cell.trim())
    .join('|');
}

/**
 * Rewrites the lines of a text, piece by piece, so that one sign parts the fields; a line stays a line. Between quotes a
 * delimiter of several signs is text.
 */
export class LineRewriter {
  readonly #form: LineForm;
  #carry = '';
  /** In a field that a quote has opened, and not closed yet. */
  #inQuotes = false;
  /** The line of names is still to come. */
  #names = true;

  constructor(form: LineForm) {
    this.#form = form;
  }

  /** @returns the lines that end in this piece, rewritten */
  take(piece: string): string {
    const text = this.#carry + piece;
    // A CR at the end may be half of a CRLF.
    const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r', text.length - 2)) + 1;
    this.#carry = text.slice(end);
    return this.#lines(text.slice(0, end));
  }

  /** @returns what came after the last line end, rewritten */
  end(): string {
    const rest = this.#carry;
    this.#carry = '';
    return this.#lines(rest);
  }

  #lines(text: string): string {
    return text.replaceAll(/[^\r\n]+/g, (line) => this.#line(line));
  }

  #line(line: string): string {
    const form = this.#form;
    if (form.kind === 'drawn') return undrawn(line);
    if (form.kind === 'wrapped') {
      const inside = /^\s*"((?:[^"]|"")*)"\s*$/.exec(line)?.[1];
      return inside === undefined ? line : inside.replaceAll('""', '"');
    }
    if (form.kind === 'fixed') {
      if (isRuler(line)) return '';
      const fields = cutAt(line, form.starts, form.parted);
      return fields === null
        ? quoted(line.trim(), form.sign)
        : fields.map((field) => quoted(field, form.sign)).join(form.sign);
    }
    if (form.kind === 'long') return this.#long(line, form.delimiter, form.sign);
    if (!this.#names || line.trim() === '') return line;
    this.#names = false;
    return namesIn(line, form.delimiter, form.of);
  }

  #long(line: string, delimiter: string, sign: string): string {
    if (!this.#inQuotes && !line.includes('"')) return line.replaceAll(delimiter, sign);
    let out = '';
    let fresh = !this.#inQuotes;
    for (let at = 0; at < line.length;) {
      if (this.#inQuotes) {
        const close = line.indexOf('"', at);
        if (close < 0) return out + line.slice(at);
        const twice = line[close + 1] === '"';
        out += line.slice(at, close + (twice ? 2 : 1));
        at = close + (twice ? 2 : 1);
        if (!twice) this.#inQuotes = false;
      } else if (line.startsWith(delimiter, at)) {
        out += sign;
        at += delimiter.length;
        fresh = true;
      } else {
        if (fresh && line[at] === '"') this.#inQuotes = true;
        fresh &&= line[at] === ' ';
        out += line[at];
        at += 1;
      }
    }
    return out;
  }
}

/** All of a text at once. */
export function rewriteText(text: string, form: LineForm): string {
  const rewriter = new LineRewriter(form);
  return rewriter.take(text) + rewriter.end();
}
