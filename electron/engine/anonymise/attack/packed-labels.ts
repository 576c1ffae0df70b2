/** Labels of several columns in one word, class by class, so that a person is compared with four or two at a time. */
export interface PackedLabels {
  /**
   * Writes for each class in how many of the known columns its label is another than the wanted one, times `each`.
   * @param wanted one label for each of `known`
   * @returns the least of them; Infinity where there is no class
   */
  mismatches(known: readonly number[], wanted: readonly number[], into: Uint32Array, each: number): number;
}

/** Bits of a label, labels in a word, and a word with the highest bit of each label unset. */
interface Lanes {
  bits: number;
  perWord: number;
  low: number;
  one: number;
}

const bytes: Lanes = { bits: 8, perWord: 4, low: 0x7f7f_7f7f, one: 0x0101_0101 };
const halves: Lanes = { bits: 16, perWord: 2, low: 0x7fff_7fff, one: 0x0001_0001 };

/** A lane counts no further than this many words. */
const mostWords = 255;

/**
 * @param labels for each column a label of each class
 * @param values for each column how many labels can be wanted of it, the one that no class has among them
 * @returns null where a column has more labels than fit half a word, or there are too many columns
 */
export function packLabels(
  labels: readonly (Uint16Array | Uint32Array)[],
  values: readonly number[],
): PackedLabels | null {
  const most = Math.max(0, ...values);
  const lanes = most <= 256 ? bytes : halves;
  const words = Math.ceil(labels.length / lanes.perWord);
  if (most > 65_536 || words > mostWords || labels.length === 0) return null;
  const classes = labels[0]!.length;
  const packed = new Int32Array(classes * words);
  labels.forEach((column, at) => {
    const word = Math.floor(at / lanes.perWord);
    const shift = (at % lanes.perWord) * lanes.bits;
    for (let group = 0; group < classes; group++) packed[group * words + word]! |= column[group]! << shift;
  });
  return {
    mismatches: (known, wanted, into, each) => {
      const mask = new Int32Array(words);
      const want = new Int32Array(words);
      known.forEach((at, place) => {
        const word = Math.floor(at / lanes.perWord);
        const shift = (at % lanes.perWord) * lanes.bits;
        mask[word]! |= ((1 << lanes.bits) - 1) << shift;
        want[word]! |= wanted[place]! << shift;
      });
      const used = Uint32Array.from(mask.keys()).filter((word) => mask[word] !== 0);
      return count({ packed, words, used, mask, want, lanes }, into, each);
    },
  };
}

interface Compared {
  packed: Int32Array;
  words: number;
  /** Words with a known column in them. */
  used: Uint32Array;
  mask: Int32Array;
  want: Int32Array;
  lanes: Lanes;
}

/**
 * Counts lanes that differ without a look at each: the highest bit of a lane of `(x & low) + low | x` is set exactly where
 * the lane of x is not nothing (Warren, Hacker's Delight, 6-1).
 */
function count({ packed, words, used, mask, want, lanes }: Compared, into: Uint32Array, each: number): number {
  const { low, one, bits } = lanes;
  const top = bits - 1;
  let least = Infinity;
  for (let group = 0, base = 0; group < into.length; group++, base += words) {
    let sum = 0;
    for (let at = 0; at < used.length; at++) {
      const word = used[at]!;
      const other = (packed[base + word]! ^ want[word]!) & mask[word]!;
      sum += ((((other & low) + low) | other) >>> top) & one;
    }
    const found =
      bits === 8
        ? (sum & 255) + ((sum >>> 8) & 255) + ((sum >>> 16) & 255) + (sum >>> 24)
        : (sum & 65_535) + (sum >>> 16);
    into[group] = found * each;
    if (found < least) least = found;
  }
  return least * each;
}
