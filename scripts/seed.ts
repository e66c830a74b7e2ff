import { availableParallelism } from 'node:os';
import { demoCatalogue } from '@/db/seed';
import { seedAccounts } from '@/scripts/seed-accounts';
import { seedCatalogue } from '@/scripts/seed-catalogue';
import { seedProgress } from '@/scripts/seed-progress';
import { withServices } from '@/scripts/with-services';

// npm run db:seed: draws the demo catalogue and registers what is missing. End it at any moment and run it again.
await withServices(async () => {
  const catalogue = demoCatalogue();
  const { added, described } = await seedCatalogue(catalogue, {
    parallel: availableParallelism() + 1,
    progress: seedProgress,
  });
  await seedAccounts(catalogue);
  const total = catalogue.products.length;
  console.log(
    added + described === 0
      ? `Demo catalogue: all ${total} products are there.`
      : `Demo catalogue: ${total} products, ${added} added now` +
          (described ? `, ${described} pictures described.` : '.'),
  );
});
