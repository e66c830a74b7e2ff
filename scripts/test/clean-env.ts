/** Settings of a shop: whatever a person or a .env file has set, the tests try the shop as it comes. */
const OURS = [
  ...['DATABASE_URL', 'DATABASE_POOL', 'REDIS_URL', 'STORAGE_DIR', 'INDEX_DIR', 'MODEL_ID', 'MODEL_MIRROR'],
  ...['NARROWING', 'RERANKER', 'FEATURE_SOURCE'],
  ...['BETTER_AUTH_SECRET', 'DEMO', 'DEMO_SECRETS'],
  ...['SITE_URL', 'PORT', 'HOST', 'LOG_LEVEL'],
];

/**
 * The environment of the programs that test: nothing of ours is set in it, and no .env file is read by them.
 * Colours and progress bars are for people; these programs write to files.
 */
export function cleanEnv(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, NO_COLOR: '1', NEXT_TELEMETRY_DISABLED: '1' };
  for (const name of OURS) delete env[name];
  // The mark by which Next's programs, and ours, know that the .env files have been read already.
  env.__NEXT_PROCESSED_ENV = 'true';
  return env;
}
