import { useSyncExternalStore } from 'react';

export interface Store<T> {
  get(): T;
  set(change: Partial<T> | ((now: T) => Partial<T>)): void;
  subscribe(listener: () => void): () => void;
}

/** A small observable record: for state of the window itself, never for what the engine knows. */
export function createStore<T extends object>(initial: T): Store<T> {
  let now = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => now,
    set(change) {
      now = { ...now, ...(typeof change === 'function' ? change(now) : change) };
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Reads a part of a store; `pick` must return the same reference while nothing changed. */
export const useStore = <T extends object, P>(store: Store<T>, pick: (now: T) => P): P =>
  useSyncExternalStore(store.subscribe, () => pick(store.get()));
