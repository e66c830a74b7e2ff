import { startTestServices } from './test-services';

/** Gives the database tests a server of their own; every run gets a fresh one, and nothing of it stays. */
export default async function setup(): Promise<() => Promise<void>> {
  const services = await startTestServices();
  process.env.TEST_MYSQL_URL = services.mysqlUrl;
  process.env.TEST_REDIS_URL = services.redisUrl;
  return services.stop;
}
