import { start } from './bootstrap/start.mjs';

await start('scripts/test/main.ts', process.argv.slice(2));
