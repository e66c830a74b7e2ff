import './bootstrap/node-version.mjs';

// Loaded only after the check: an old Node cannot even read what follows.
import('./bootstrap/start.mjs').then(({ start }) => start('scripts/demo/main.ts', 'development'));
