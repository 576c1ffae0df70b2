import type { RegisterCrypto } from './register-crypto.ts';

type Hashing = Pick<RegisterCrypto, 'nodeHash' | 'emptyHash'>;

/** The right edge of a growing RFC 6962 tree: one hash per set bit of `size`, largest subtree first. */
export interface MerkleState {
  readonly size: number;
  readonly edge: readonly string[];
}

export const emptyTree: MerkleState = { size: 0, edge: [] };

/** The tree with one leaf more; at most log2(size) hashes. */
export function addLeaf(state: MerkleState, leaf: string, { nodeHash }: Hashing): MerkleState {
  const edge = [...state.edge];
  let hash = leaf;
  for (let size = state.size; size % 2 === 1; size = Math.floor(size / 2)) hash = nodeHash(edge.pop() as string, hash);
  edge.push(hash);
  return { size: state.size + 1, edge };
}

/** A tree that takes leaf after leaf: the same as `addLeaf`, without a new edge for each. */
export class GrowingTree {
  readonly #hashing: Hashing;
  readonly #edge: string[] = [];
  #size = 0;

  constructor(hashing: Hashing) {
    this.#hashing = hashing;
  }

  get size(): number {
    return this.#size;
  }

  /** As it is now, to go on from. */
  get state(): MerkleState {
    return { size: this.#size, edge: [...this.#edge] };
  }

  add(leaf: string): void {
    let hash = leaf;
    for (let size = this.#size; size % 2 === 1; size = Math.floor(size / 2))
      hash = this.#hashing.nodeHash(this.#edge.pop() as string, hash);
    this.#edge.push(hash);
    this.#size += 1;
  }

  /** RFC 6962 2.1 Merkle tree hash of the leaves so far. */
  root(): string {
    return treeRoot(this.state, this.#hashing);
  }
}

/** RFC 6962 2.1 Merkle tree hash of the leaves so far. */
export function treeRoot({ edge }: MerkleState, { nodeHash, emptyHash }: Hashing): string {
  return edge.length === 0 ? emptyHash : edge.reduceRight((right, left) => nodeHash(left, right));
}

/** Largest power of two below `size` (which is at least 2). */
function splitPoint(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

/** Root over leaf hashes. */
export function rootOf(leaves: readonly string[], hashing: Hashing): string {
  const tree = new GrowingTree(hashing);
  for (const leaf of leaves) tree.add(leaf);
  return tree.root();
}

/** RFC 6962 2.1.1 audit path of the 0-based leaf `index`. */
export function inclusionProof(leaves: readonly string[], index: number, hashing: Hashing): string[] {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length) throw new RangeError('No such leaf.');
  if (leaves.length === 1) return [];
  const split = splitPoint(leaves.length);
  return index < split
    ? [...inclusionProof(leaves.slice(0, split), index, hashing), rootOf(leaves.slice(split), hashing)]
    : [...inclusionProof(leaves.slice(split), index - split, hashing), rootOf(leaves.slice(0, split), hashing)];
}

/** RFC 9162 2.1.3.2: whether `leaf` is the 0-based entry `index` of the tree of `size` leaves with this root. */
export function verifyInclusion(
  leaf: string,
  index: number,
  size: number,
  proof: readonly string[],
  root: string,
  { nodeHash }: Hashing,
): boolean {
  if (!Number.isInteger(index) || !Number.isInteger(size) || index < 0 || index >= size) return false;
  let position = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (position % 2 === 1 || position === last) {
      hash = nodeHash(sibling, hash);
      while (position % 2 === 0 && position !== 0) {
        position = Math.floor(position / 2);
        last = Math.floor(last / 2);
      }
    } else hash = nodeHash(hash, sibling);
    position = Math.floor(position / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && hash === root;
}

/** RFC 6962 2.1.2 proof that the tree of the first `oldSize` leaves is a beginning of the whole. */
export function consistencyProof(leaves: readonly string[], oldSize: number, hashing: Hashing): string[] {
  if (!Number.isInteger(oldSize) || oldSize < 1 || oldSize > leaves.length)
    throw new RangeError('The older tree must have at least one leaf and no more than the newer.');
  const part = (from: number, to: number, old: number, whole: boolean): string[] => {
    const size = to - from;
    if (old === size) return whole ? [] : [rootOf(leaves.slice(from, to), hashing)];
    const split = splitPoint(size);
    return old <= split
      ? [...part(from, from + split, old, whole), rootOf(leaves.slice(from + split, to), hashing)]
      : [...part(from + split, to, old - split, false), rootOf(leaves.slice(from, from + split), hashing)];
  };
  return part(0, leaves.length, oldSize, true);
}

/** RFC 9162 2.1.4.2: whether the tree with `newRoot` only adds leaves to the tree with `oldRoot`. */
export function verifyConsistency(
  oldSize: number,
  newSize: number,
  proof: readonly string[],
  oldRoot: string,
  newRoot: string,
  { nodeHash }: Hashing,
): boolean {
  if (!Number.isInteger(oldSize) || !Number.isInteger(newSize) || oldSize < 1 || oldSize > newSize) return false;
  if (oldSize === newSize) return proof.length === 0 && oldRoot === newRoot;
  const path = Number.isInteger(Math.log2(oldSize)) ? [oldRoot, ...proof] : [...proof];
  const first = path.shift();
  if (first === undefined) return false;
  let position = oldSize - 1;
  let last = newSize - 1;
  const halve = (): void => {
    position = Math.floor(position / 2);
    last = Math.floor(last / 2);
  };
  while (position % 2 === 1) halve();
  let oldHash = first;
  let newHash = first;
  for (const sibling of path) {
    if (last === 0) return false;
    if (position % 2 === 1 || position === last) {
      oldHash = nodeHash(sibling, oldHash);
      newHash = nodeHash(sibling, newHash);
      while (position % 2 === 0 && position !== 0) halve();
    } else newHash = nodeHash(newHash, sibling);
    halve();
  }
  return last === 0 && oldHash === oldRoot && newHash === newRoot;
}
