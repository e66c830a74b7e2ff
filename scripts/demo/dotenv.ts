import nextEnv from '@next/env';

// Programs see the same .env files as Next does. What the shell has set wins.
nextEnv.loadEnvConfig(process.cwd(), process.env.NODE_ENV !== 'production', {
  info: () => {},
  error: console.error,
});
