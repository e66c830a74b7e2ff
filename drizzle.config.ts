import { defineConfig } from 'drizzle-kit';

// `npx drizzle-kit generate --name what-changed` writes the next migration. Read it before committing: see db/migrations/README.md.
export default defineConfig({ dialect: 'mysql', schema: './db/schema', out: './db/migrations' });
