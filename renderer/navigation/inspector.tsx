import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

interface Slot {
  node: HTMLElement | null;
  claim(): () => void;
}
const InspectorSlot = createContext<Slot>({ node: null, claim: () => () => {} });

/** Owned by the shell: keeps the place on the right and whether anybody fills it. */
export function useInspectorSlot(): { slot: Slot; setNode(node: HTMLElement | null): void; filled: boolean } {
  const [node, setNode] = useState<HTMLElement | null>(null);
  const [claims, setClaims] = useState(0);
  const [claim] = useState(() => () => {
    setClaims((now) => now + 1);
    return () => setClaims((now) => now - 1);
  });
  return { slot: { node, claim }, setNode, filled: claims > 0 };
}

export const InspectorSlotProvider = InspectorSlot.Provider;

/** What a screen wants explained on the right, wherever in its tree it is written. */
export function Inspector({ children }: { children: ReactNode }) {
  const { node, claim } = useContext(InspectorSlot);
  useEffect(() => claim(), [claim]);
  return node === null ? null : createPortal(children, node);
}
