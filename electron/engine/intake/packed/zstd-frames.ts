/** A piece of a Zstandard file; `end`: a frame ends with it. */
interface Segment {
  bytes: Buffer;
  end: boolean;
}

/** What the next bytes are. */
type State = 'magic' | 'skippable' | 'header' | 'block';

const frameMagic = 0xfd2fb528;
const dictionaryBytes = [0, 1, 2, 4];

/** Bytes of a frame's header behind its magic number, by its first byte (RFC 8878, 3.1.1.1). */
function headerBytes(descriptor: number): number {
  const single = (descriptor & 0x20) !== 0;
  const sizeFlag = descriptor >> 6;
  const sizeBytes = sizeFlag === 0 ? (single ? 1 : 0) : 2 ** sizeFlag;
  return 1 + (single ? 0 : 1) + dictionaryBytes[descriptor & 3]! + sizeBytes;
}

/**
 * Follows the frames of a Zstandard file (RFC 8878, 3.1) without unpacking them: the runtime's decoder stops at the end of
 * the first, and a file may be several, one behind the other.
 */
class FrameWalk {
  /** Bytes of what is being read that an earlier piece ended with. */
  #held: number[] = [];
  #wanted = 4;
  /** Content to pass over, and whether the frame ends behind it. */
  #skip = 0;
  #ends = false;
  #state: State = 'magic';
  #checksum = 0;

  /** Whether a file may end here. */
  get complete(): boolean {
    return this.#state === 'magic' && this.#held.length === 0 && this.#skip === 0;
  }

  /** Places in a piece behind which a frame has ended. @throws Error where no frame begins or goes on so */
  ends(piece: Buffer): number[] {
    const found: number[] = [];
    for (let at = 0; at < piece.length;) {
      if (this.#skip > 0) {
        const passed = Math.min(this.#skip, piece.length - at);
        this.#skip -= passed;
        at += passed;
      } else {
        this.#held.push(piece[at]!);
        at += 1;
        if (this.#held.length === this.#wanted) this.#step();
      }
      if (this.#skip === 0 && this.#ends) {
        this.#ends = false;
        this.#read('magic', 4);
        found.push(at);
      }
    }
    return found;
  }

  #read(state: State, wanted: number): void {
    this.#state = state;
    this.#held = [];
    this.#wanted = wanted;
  }

  #step(): void {
    const number = this.#held.reduce((sum, byte, place) => sum + byte * 2 ** (8 * place), 0);
    if (this.#state === 'magic') {
      if (number !== frameMagic && Math.floor(number / 16) !== 0x184d2a5) throw new Error('no frame');
      this.#read(number === frameMagic ? 'header' : 'skippable', number === frameMagic ? 1 : 4);
    } else if (this.#state === 'skippable') {
      this.#skip = number;
      this.#ends = true;
      this.#held = [];
    } else if (this.#state === 'header') {
      const descriptor = this.#held[0]!;
      this.#checksum = (descriptor & 4) === 0 ? 0 : 4;
      this.#skip = headerBytes(descriptor) - 1;
      this.#read('block', 3);
    } else {
      const kind = (number >> 1) & 3;
      if (kind === 3) throw new Error('no block');
      this.#ends = (number & 1) === 1;
      this.#skip = (kind === 1 ? 1 : number >> 3) + (this.#ends ? this.#checksum : 0);
      this.#read('block', 3);
    }
  }
}

/** The pieces of a Zstandard file, cut where its frames end. @throws Error where it is damaged or ends within one */
export async function* zstdSegments(pieces: AsyncIterable<Buffer>): AsyncGenerator<Segment> {
  const walk = new FrameWalk();
  for await (const piece of pieces) {
    let from = 0;
    for (const end of walk.ends(piece)) {
      yield { bytes: piece.subarray(from, end), end: true };
      from = end;
    }
    if (from < piece.length) yield { bytes: piece.subarray(from), end: false };
  }
  if (!walk.complete) throw new Error('ends within a frame');
}
