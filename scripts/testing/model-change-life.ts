import { ModelChanger } from '@/lib/engine-room/model-changer';
import { database } from '@/lib/database';

/**
 * A process that works on the change of the model until somebody kills it.
 *
 * Environment: DATABASE_URL, STORAGE_DIR, MODELS_DIR; arguments: its name, for how many seconds it takes the change.
 */
const [id = '', seconds = ''] = process.argv.slice(2);
new ModelChanger({ id, db: database, lockSeconds: Number(seconds) }).start();
setInterval(() => {}, 1_000);
