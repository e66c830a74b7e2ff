export { databaseUrl, startMariadb, type MariadbOptions } from './mariadb';
export { startRedis } from './redis';
export type { Service } from './service';
export { SetupError } from './setup-error';
export { startTestServices, type TestServices } from './test-services';
