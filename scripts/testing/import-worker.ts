import { workImports } from '@/lib/merchant/imports';

/** Works on imports until somebody kills it; whoever is silent for half a second is taken for lost. Environment: DATABASE_URL, STORAGE_DIR. */
await workImports({ signal: new AbortController().signal, id: 'to-be-killed', holdMs: 500, pollMs: 20 });
