import { start } from './bootstrap/start.mjs';

await start('scripts/demo/main.ts', 'production');
