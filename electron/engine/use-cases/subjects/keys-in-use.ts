import type { Recipe } from '#shared/domain/recipe-file.ts';

/** What recipes of a workspace name that decides how a value was written by them. */
export interface KeysInUse {
  /** Names of the keys of keyed hashes. */
  keyNames: readonly string[];
  /** Domains of tokens. */
  domains: readonly string[];
  /** Calling codes that numbers without one were given. */
  callingCodes: readonly string[];
}

const textOf = (settings: object, name: string): string[] => {
  const value = (settings as Record<string, unknown>)[name];
  return typeof value === 'string' && value !== '' ? [value] : [];
};

/** @param purposes ids of every purpose that a key may be named after */
export function keysInUse(recipes: readonly Recipe[], purposes: readonly string[]): KeysInUse {
  const steps = recipes.flatMap(({ steps: own }) => own);
  const named = (op: string, setting: string): string[] =>
    steps.filter((step) => step.op === op).flatMap(({ settings }) => textOf(settings, setting));
  return {
    keyNames: [...new Set([...purposes, ...recipes.map(({ purpose }) => purpose), ...named('keyed-hash', 'key')])],
    domains: [...new Set(named('tokenise', 'domain'))],
    callingCodes: [...new Set(named('platform-hash', 'callingCode'))],
  };
}
