import { semanticTypeById } from '#shared/semantic-types/index.ts';
import type { ValueTools } from '#shared/semantic-types/semantic-type.ts';
import { cellParts, decodeCell, holdsValues } from './cell-parts.ts';
import type { IdentifierKind } from './kinds.ts';

/**
 * One identifier in a cell. `whole`: it is the cell, or one of the values the cell is made of. `sure`: its form or its
 * check digits leave no doubt; a bare number that passes a check may be any number, so only many of them in one column
 * count.
 */
export interface FoundIdentifier {
  kind: IdentifierKind;
  whole: boolean;
  sure: boolean;
}

const emailIn = new RegExp(
  "[a-z0-9\\u00c0-\\u024f][a-z0-9\\u00c0-\\u024f!#$&'*+=?^_`{|}~.-]{0,63}@((?:[a-z0-9\\u00a1-\\uffff]" +
    String.raw`(?:[a-z0-9\u00a1-\uffff-]{0,61}[a-z0-9\u00a1-\uffff])?\.)+[a-z\u00a1-\uffff]{2,24})`,
  'gi',
);
/** Names that RFC 2606 and RFC 6762 keep for examples and for the house. */
const reserved = /\.(?:example|test|invalid|localhost|local|internal|lan)$/i;
/** `icon@2x.png` names a picture in double size. */
const density = /^\d(?:\.\d)?x\./i;
const phoneIn = /(?<![\w+.])(?:\+|00)[1-9][\d\s()./-]{6,22}\d(?!\d)/g;
/** Links that dial or write to a number, and fields that say that they hold one. */
const calledIn = new RegExp(
  String.raw`(?:\b(?:tel|sms|callto|telefon|phone|telephone|mobile|mobil|msisdn|whatsapp|handy|movil)` +
    String.raw`(?:_?(?:no|nr|number))?["']?\s?[=:]\s?["']?|wa\.me\/)(\+?[\d(][\d ().-]{5,18}\d)`,
  'gi',
);
const ibanIn = /(?<![A-Z0-9])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,4})?(?![A-Z0-9])/gi;
const cardIn = /(?<![\d-])(?:\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{1,7}|\d{4}[ -]\d{6}[ -]\d{4,5})(?![\d-])/g;
const ssnIn = /(?<![\w-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\w-])/;
const signedIdIn = new RegExp(
  String.raw`(?<![\w.-])(?:\d{8}-?[A-Z]|[XYZ]-?\d{7}-?[A-Z]|[A-Z]{6}[\dL-V]{2}[A-EHLMPRST][\dL-V]{2}[A-Z]` +
    String.raw`[\dL-V]{3}[A-Z]|\d{3}\.\d{3}\.\d{3}-\d{2}|756\.\d{4}\.\d{4}\.\d{2}|[A-Z]{4}\d{6}[HMX][A-Z]{5}` +
    String.raw`[A-Z\d]\d)(?![\w-])`,
  'gi',
);
const ipv4 = /^(?:\d{1,3}\.){3}\d{1,3}$/;
const versionLike = /^(?:\d{1,2}\.){3}\d{1,2}$/;
const macShape = /^(?:[0-9a-f]{2}([:-]))(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}$/i;
const digitsOnly = /^\d+$/;
/**
 * The national form of a phone number, written as only those are: area or network in brackets, or groups after a
 * nought; `212-555-0199`.
 */
const dialled =
  /^(?:\(\d{2,5}\)[\s\d./-]{5,}|0\d{1,5}[\s/-][\s\d/.-]{4,}|0\d(?:[ .]\d{2}){4}|\d{3}[-.]\d{3}[-.]\d{4}|0[1-9]\d{8,9})(?:\s*(?:x|ext\.?)\s*\d{1,6})?$/;

const isMailHost = (host: string, tools: ValueTools): boolean =>
  !density.test(host) &&
  (reserved.test(host) || tools.isPublicHost(`host${host.slice(host.lastIndexOf('.')).toLowerCase()}`));

/** The longest beginning of the groups that passes: words may follow an IBAN. */
function beginsWithIban(text: string, tools: ValueTools): boolean {
  for (let rest = text; rest.length >= 15;) {
    if (tools.isIban(rest)) return true;
    const cut = Math.max(rest.lastIndexOf(' '), rest.lastIndexOf('-'));
    if (cut < 15) return false;
    rest = rest.slice(0, cut);
  }
  return false;
}

const checkOf = (type: string) => semanticTypeById(type)?.valueCheck;

function wholeValue(text: string, tools: ValueTools, add: (kind: IdentifierKind, sure: boolean) => void): void {
  if (text.length < 5 || text.length > 120) return;
  const digits = text.replace(/\D/g, '').length;
  if (digits === 0) {
    if (/\s|,/.test(text) && checkOf('full_name')?.(text, tools) === true) add('name', false);
    return;
  }
  if (/^(?:\+|00)[1-9]/.test(text) && tools.isInternationalPhone(text)) add('phone', text.startsWith('+'));
  else if (dialled.test(text) && tools.isPhone(text)) add('phone', false);
  if (digits >= 7 && tools.nationalId(text) !== null)
    add('nationalId', /[A-Z]/i.test(text) || /^\d{3}\.\d{3}\.\d{3}-\d{2}$|^756\./.test(text));
  if (digitsOnly.test(text) && digits >= 13 && tools.isCardNumber(text)) add('card', false);
  if (macShape.test(text)) add('mac', true);
  else if (
    text.includes(':')
      ? digits >= 1 && text.split(':').length >= 3 && !/^\d{1,2}(?::\d{1,2}){1,3}$/.test(text) && tools.isIp(text)
      : ipv4.test(text) && !versionLike.test(text) && tools.isIp(text)
  )
    add('ip', true);
}

/**
 * Every kind of identifier that a cell holds: as the cell, inside an address (decoded), in JSON and lists, in a text.
 * Pure and total.
 */
export function findIdentifiers(cell: string, tools: ValueTools): FoundIdentifier[] {
  const text = decodeCell(cell).trim();
  const found = new Map<IdentifierKind, FoundIdentifier>();
  const add = (kind: IdentifierKind, whole: boolean, sure: boolean) => {
    const known = found.get(kind);
    found.set(kind, { kind, whole: whole || known?.whole === true, sure: sure || known?.sure === true });
  };
  const parts = cellParts(text);
  const values = holdsValues(text);
  wholeValue(text, tools, (kind, sure) => add(kind, true, sure));
  for (const part of parts)
    wholeValue(part, tools, (kind, sure) => (kind !== 'name' || values) && add(kind, values, sure));
  const is = (match: string) =>
    match.trim().length >= 0.9 * text.length || (values && parts.some((part) => part.trim() === match.trim()));
  if (text.includes('@'))
    for (const match of text.matchAll(emailIn)) if (isMailHost(match[1]!, tools)) add('email', is(match[0]), true);
  if (!/\d{3}/.test(text)) return [...found.values()];
  for (const [match] of text.matchAll(phoneIn))
    if (match.startsWith('+') && tools.isInternationalPhone(match)) add('phone', is(match), true);
  for (const [, number] of text.matchAll(calledIn))
    if ((number?.replace(/\D/g, '').length ?? 0) >= 7) add('phone', is(number!), true);
  for (const [match] of text.matchAll(ibanIn)) if (beginsWithIban(match, tools)) add('iban', is(match), true);
  for (const [match] of text.matchAll(cardIn)) if (tools.isCardNumber(match)) add('card', is(match), true);
  for (const [match] of text.matchAll(signedIdIn))
    if (tools.nationalId(match) !== null) add('nationalId', is(match), true);
  if (ssnIn.test(text)) add('nationalId', is(ssnIn.exec(text)![0]), false);
  return [...found.values()];
}
