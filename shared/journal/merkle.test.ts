import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { registerCrypto as crypto } from '#engine/keys/register-crypto.ts';
import {
  addLeaf,
  consistencyProof,
  emptyTree,
  GrowingTree,
  inclusionProof,
  rootOf,
  treeRoot,
  verifyConsistency,
  verifyInclusion,
} from './merkle.ts';

/**
 * The eight leaves of Certificate Transparency's reference tests and the roots of their first 0–8
 * (transparency-dev/merkle, testonly).
 */
const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(
  (hex) => crypto.leafHash(Buffer.from(hex, 'hex').toString('latin1')),
);
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const other = crypto.leafHash('other');
const tree = fc
  .integer({ min: 1, max: 70 })
  .map((size) => Array.from({ length: size }, (_, n) => crypto.leafHash(`leaf ${n}`)));

describe('the RFC 6962 tree', () => {
  it('is the same whether it grows or is made anew with each leaf', () => {
    fc.assert(
      fc.property(tree, (grown) => {
        const growing = new GrowingTree(crypto);
        let state = emptyTree;
        for (const leaf of grown) {
          growing.add(leaf);
          state = addLeaf(state, leaf, crypto);
          expect(growing.state).toEqual(state);
          expect(growing.root()).toBe(treeRoot(state, crypto));
        }
      }),
    );
  });

  it('takes nothing else for a hash: what is cut short or too long gives another node', () => {
    const [left, right] = [crypto.leafHash('left'), crypto.leafHash('right')];
    const whole = crypto.nodeHash(left, right);
    for (const [a, b] of [
      [left.slice(0, 62), right],
      [left, `${right}00`],
      [`${left.slice(0, 62)}zz`, right],
      [left, `zz${right.slice(2)}`],
      ['', ''],
    ] as const)
      expect(crypto.nodeHash(a, b)).not.toBe(whole);
    expect(crypto.nodeHash(left, right)).toBe(whole);
  });

  it.each(roots.map((root, size) => ({ size, root })))('has the published root over $size leaves', ({ size, root }) => {
    expect(rootOf(leaves.slice(0, size), crypto)).toBe(root);
  });

  it('keeps its root when it grows leaf by leaf', () => {
    let state = emptyTree;
    leaves.forEach((leaf, index) => {
      state = addLeaf(state, leaf, crypto);
      expect(treeRoot(state, crypto)).toBe(roots[index + 1]);
    });
  });

  it('proves every leaf, and nothing but it', () => {
    fc.assert(
      fc.property(tree, fc.nat(), (all, pick) => {
        const index = pick % all.length;
        const root = rootOf(all, crypto);
        const proof = inclusionProof(all, index, crypto);
        const leaf = all[index] as string;
        expect(verifyInclusion(leaf, index, all.length, proof, root, crypto)).toBe(true);
        expect(verifyInclusion(other, index, all.length, proof, root, crypto)).toBe(false);
        expect(verifyInclusion(leaf, index, all.length, [...proof, other], root, crypto)).toBe(false);
        for (const wrong of [-1, all.length, index + 1, index - 1, 0.5].filter((n) => n !== index))
          expect(verifyInclusion(leaf, wrong, all.length, proof, root, crypto)).toBe(false);
        proof.forEach((_, at) =>
          expect(verifyInclusion(leaf, index, all.length, proof.with(at, other), root, crypto)).toBe(false),
        );
        if (proof.length > 0)
          expect(verifyInclusion(leaf, index, all.length, proof.slice(1), root, crypto)).toBe(false);
      }),
    );
  });

  it('proves that a larger tree only adds to a smaller one; old proofs stay valid at old sizes', () => {
    fc.assert(
      fc.property(tree, fc.nat(), fc.nat(), (all, pick, pickLeaf) => {
        const old = (pick % all.length) + 1;
        const index = pickLeaf % old;
        const [oldRoot, newRoot] = [rootOf(all.slice(0, old), crypto), rootOf(all, crypto)];
        const proof = consistencyProof(all, old, crypto);
        expect(verifyConsistency(old, all.length, proof, oldRoot, newRoot, crypto)).toBe(true);
        expect(
          verifyInclusion(
            all[index] as string,
            index,
            old,
            inclusionProof(all.slice(0, old), index, crypto),
            oldRoot,
            crypto,
          ),
        ).toBe(true);
        expect(verifyConsistency(old, all.length, proof, other, newRoot, crypto)).toBe(false);
        expect(verifyConsistency(old, all.length, proof, oldRoot, other, crypto)).toBe(false);
        expect(verifyConsistency(all.length + 1, all.length, proof, oldRoot, newRoot, crypto)).toBe(false);
        expect(verifyConsistency(old, all.length, [...proof, other], oldRoot, newRoot, crypto)).toBe(false);
        proof.forEach((_, at) =>
          expect(verifyConsistency(old, all.length, proof.with(at, other), oldRoot, newRoot, crypto)).toBe(false),
        );
      }),
    );
  });

  it('refuses to prove what cannot be', () => {
    expect(() => inclusionProof(leaves, 8, crypto)).toThrow(RangeError);
    expect(() => consistencyProof(leaves, 9, crypto)).toThrow(RangeError);
    expect(() => consistencyProof(leaves, 0, crypto)).toThrow(RangeError);
  });
});
