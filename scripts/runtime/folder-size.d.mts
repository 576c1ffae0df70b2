export function folderSize(folder: string): number;
