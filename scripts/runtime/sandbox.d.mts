export const namespaceProbe: string[];
export function sandboxSwitches(): { switches: string[]; reason: string };
