import { modelInUse } from '@/lib/catalogue/model-in-use';
import { describeMissing } from '@/scripts/describe-missing';
import { seedProgress } from '@/scripts/seed-progress';
import { withServices } from '@/scripts/with-services';

// npm run db:describe: after an update brought another network, or MODEL_ID was set. Running shops follow as it goes on.
await withServices(async () => {
  const described = await describeMissing(seedProgress);
  const model = await modelInUse();
  console.log(
    described === 0
      ? `There is no picture that ${model} could still describe.`
      : `${described} pictures described by ${model}.`,
  );
});
