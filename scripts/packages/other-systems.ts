/** An entry of package-lock.json, as far as it matters here. */
export interface LockedPackage {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** By path: `node_modules/next/node_modules/sharp`; the project itself has the empty one. */
export type LockedPackages = Readonly<Record<string, LockedPackage>>;

const SYSTEM = /android|darwin|freebsd|linux|netbsd|openbsd|openharmony|win32/;
const PROCESSOR = /arm64|arm|ia32|loong64|ppc64|riscv64|s390x|wasm32|x64/;

/**
 * The packages that some package of the lock file names as optional and that the lock file does not have: those for
 * other systems than the one it was written on.
 */
export function missingFromLock(packages: LockedPackages): LockedPackages {
  const missing: Record<string, LockedPackage> = {};
  for (const [path, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (!isFound(packages, path, name)) missing[`node_modules/${name}`] = describe(name, version, dev);
    }
  }
  return missing;
}

/** Node's own way of looking: below the package, then below each package it lies in. */
function isFound(packages: LockedPackages, path: string, name: string): boolean {
  if (packages[`${path && `${path}/`}node_modules/${name}`]) return true;
  if (path === '') return false;
  return isFound(packages, path.slice(0, Math.max(0, path.lastIndexOf('/node_modules/'))), name);
}

/** Such packages carry in their names the system and the processor they are for. */
function describe(name: string, version: string, dev?: boolean): LockedPackage {
  const system = SYSTEM.exec(name)?.[0];
  const processor = PROCESSOR.exec(name)?.[0];
  if (!/^\d/.test(version) || !processor) {
    throw new Error(
      `${name}@${version} is not for another system, by its name: add it with \`npm install\`.`,
    );
  }
  const libc = system === 'linux' ? [name.includes('musl') ? 'musl' : 'glibc'] : undefined;
  return {
    version,
    cpu: [processor],
    ...(dev && { dev }),
    ...(libc && { libc }),
    optional: true,
    ...(system && { os: [system] }),
  };
}
