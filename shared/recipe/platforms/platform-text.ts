import { blankToNull, call, choose, nothing, number, text, type Expression } from '#shared/plan/expression.ts';
import type { LocalPart, PlatformProfile } from './platform-profile.ts';

/** Byte order marks and characters without width, which copy and paste leave behind. */
const invisible = '[\\x{FEFF}\\x{200B}-\\x{200D}\\x{2060}]';
const without = (value: Expression, pattern: string): Expression =>
  call('regex-replace', value, text(pattern), text(''));

/** The part of an address before the @, and the rest with it. */
const before = (address: Expression): Expression => call('regex-extract', address, text('^([^@]*)@'));
const after = (address: Expression): Expression => call('regex-extract', address, text('(@.*)$'));

/** What a platform makes of an address in lower case without spaces around it. */
function withLocal(address: Expression, local: LocalPart): Expression {
  switch (local) {
    case 'as-written':
      return address;
    case 'without-tag':
      return call('regex-replace', address, text('\\+[^@]*@'), text('@'));
    case 'without-dots-and-tag':
      return call('concat', without(without(before(address), '\\+.*$'), '\\.'), after(address));
    case 'letters-and-digits':
      return call('concat', without(without(before(address), '\\+.*$'), '[^a-z0-9]'), after(address));
  }
}

/** An e-mail address as the platform wants it; NULL where there is no address. */
export function platformEmail(value: Expression, { email }: PlatformProfile): Expression {
  const visible = without(call('nfc', value), invisible);
  const lower = call('lower', email.spaces === 'remove' ? without(visible, '[\\s\\x{00A0}]') : call('trim', visible));
  const isAddress = (address: Expression) => call('regex-matches', address, text('^[^@\\s]+@[^@\\s]+\\.[^@\\s.]+$'));
  const others = withLocal(lower, email.local);
  const address =
    email.gmail === email.local
      ? others
      : choose(
          [
            {
              when: call('regex-matches', lower, text('^[^@]+@(gmail|googlemail)\\.com$')),
              then: withLocal(lower, email.gmail),
            },
          ],
          others,
        );
  return choose([{ when: isAddress(address), then: address }]);
}

/**
 * A mobile advertising id with its dashes; NULL where there is none, where it is nothing but zeros, which says that its
 * owner wants not to be tracked, and where its case says nothing although the platform goes by it.
 */
export function platformMaid(value: Expression, { maid }: PlatformProfile): Expression {
  if (maid === null || maid === 'plain-only') return nothing;
  const bare = call('trim', without(call('nfc', value), invisible));
  const signs = without(maid.letters === 'lower' ? call('lower', bare) : bare, '[-{}]');
  const part = (pattern: string) => call('regex-extract', signs, text(pattern));
  const dashed = call(
    'concat',
    part('^(.{8})'),
    ...['^.{8}(.{4})', '^.{12}(.{4})', '^.{16}(.{4})', '^.{20}(.{12})'].flatMap((pattern) => [
      text('-'),
      part(pattern),
    ]),
  );
  const isId = call('regex-matches', signs, text('^([0-9a-f]{32}|[0-9A-F]{32})$'));
  const isZero = call('regex-matches', signs, text('^0+$'));
  return choose([{ when: call('and', isId, call('not', isZero)), then: dashed }]);
}

/**
 * A phone number in E.164, with or without its plus. A number without country code gets `callingCode`; without one it
 * is NULL, because guessing a country would hash somebody else's number. Italy keeps its leading zero; North American
 * numbers may already start with 1.
 */
export function platformPhone(value: Expression, { phone }: PlatformProfile, callingCode: string): Expression {
  if (phone === null) return nothing;
  const bare = without(without(blankToNull(value), invisible), '\\(0\\)');
  const digits = without(bare, '[^0-9]');
  const national = callingCode === '39' ? digits : without(digits, '^0');
  const complete = choose([
    { when: call('regex-matches', bare, text('^\\s*\\+')), then: digits },
    { when: call('regex-matches', digits, text('^00[1-9]')), then: without(digits, '^00') },
    ...(callingCode === '1' ? [{ when: call('regex-matches', digits, text('^1[2-9]\\d{9}$')), then: digits }] : []),
    ...(callingCode === ''
      ? []
      : [{ when: call('less', number(0), call('length', digits)), then: call('concat', text(callingCode), national) }]),
  ]);
  return choose([
    {
      when: call('regex-matches', complete, text('^[1-9]\\d{6,14}$')),
      then: phone.plus ? call('concat', text('+'), complete) : complete,
    },
  ]);
}
