export function ensureDependencies(root: string): Promise<boolean>;
export function isInstalled(root: string): boolean;
