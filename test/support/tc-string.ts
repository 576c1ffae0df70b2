const bits = (value: number, width: number): string => value.toString(2).padStart(width, '0');
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const base64url = (field: string): string =>
  field.padEnd(Math.ceil(field.length / 6) * 6, '0').replace(/.{6}/g, (six) => letters[Number.parseInt(six, 2)]!);
const vendorBits = (ids: readonly number[]): string => {
  const most = Math.max(0, ...ids);
  return `${bits(most, 16)}0${Array.from({ length: most }, (_, at) => (ids.includes(at + 1) ? 1 : 0)).join('')}`;
};

/**
 * A string as the specification lays its bits (core string version 2, segment 1), made on a day, by no encoder of the
 * library that reads it. @param over `disclosed` null: without that segment
 */
export function tcString(
  made: string,
  over: { purposes?: number[]; vendors?: number[]; disclosed?: number[] | null } = {},
) {
  const { purposes = [1, 3, 4], vendors = [755, 20], disclosed = [755, 20] } = over;
  const moment = bits(Date.parse(`${made}T00:00:00Z`) / 100, 36);
  const core =
    bits(2, 6) +
    moment +
    moment +
    bits(10, 12) +
    bits(1, 12) +
    bits(1, 6) +
    bits(4, 6) +
    bits(13, 6) +
    bits(60, 12) +
    bits(5, 6) +
    '10' +
    bits(0, 12) +
    Array.from({ length: 24 }, (_, at) => (purposes.includes(at + 1) ? 1 : 0)).join('') +
    bits(0, 24) +
    '0' +
    bits(3, 6) +
    bits(4, 6) +
    vendorBits(vendors) +
    vendorBits([]) +
    bits(0, 12);
  return disclosed === null ? base64url(core) : `${base64url(core)}.${base64url(bits(1, 3) + vendorBits(disclosed))}`;
}
