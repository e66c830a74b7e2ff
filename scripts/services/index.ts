export { databaseUrl, startMariadb, type MariadbOptions } from './mariadb';
export { isLock, running, takeLock, type Lock } from './lock';
export { startOwned, stopEverything, type OwnedProcess } from './owned-process';
export { startRedis } from './redis';
export { ProgramFailed, runOwned, tail } from './run-owned';
export type { Service } from './service';
export { SetupError } from './setup-error';
export { startTestServices, type TestServices } from './test-services';
export { until } from './until';
