import type { BreachBody } from '../breach.ts';
import type { BreachClock } from './clock.ts';
import type { Protection } from './protection.ts';
import type { Affected } from './scope.ts';

interface Contact {
  name: string;
  email: string;
  phone: string;
}

/** What the register of processing says that a notification asks for; empty where nobody stated it. */
export interface BreachRegister {
  organisation: {
    name: string;
    address: string;
    email: string;
    phone: string;
    role: string;
    jointControllers: readonly string[];
    representatives: readonly string[];
    dpo: readonly Contact[];
    leadAuthority: readonly string[];
  };
  /** Purposes of the datasets that are affected. */
  purposes: readonly string[];
  /** Security measures by name. */
  measures: readonly string[];
}

/** All that is known of one breach. */
export interface BreachView {
  body: BreachBody;
  clock: BreachClock;
  /** Null: nobody has said which datasets or releases are affected. */
  affected: Affected | null;
  protection: Protection;
  /** What the kinds of the affected columns are called. */
  kinds: readonly string[];
  /** Affected columns whose kind nothing tells, by name: what is unknown is not left out. */
  untold: readonly string[];
  register: BreachRegister;
}
