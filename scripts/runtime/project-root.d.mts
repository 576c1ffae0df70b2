/** The repository's root folder. */
export const projectRoot: string;
/** The project's own Node 24 where it is installed, else the Node that is running. */
export function projectNode(): string;
/** Where Node keeps compiled code between runs. */
export const compileCache: string;
