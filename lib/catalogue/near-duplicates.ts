import { ownCards } from '@/db/queries/own-cards';
import type { Scope } from '@/db/queries/scope';
import { vectorsOf, type VectorKind } from '@/db/queries/similar';
import { toPicture } from '@/lib/catalogue/cards';
import { indexService } from '@/lib/catalogue/index-service';
import type { LiveIndex } from '@/lib/catalogue/live-index';
import { NEAR_DUPLICATE } from '@/lib/catalogue/near-duplicate';
import { merchantTags } from '@/lib/catalogue/picture-tags';
import { isWhole, RERANKERS, shortlisted, type Compared } from '@/lib/catalogue/reranker';
import { refuseOtherModel, type GivenSignature } from '@/lib/catalogue/signature-question';
import type { NearDuplicate } from '@/lib/catalogue/types';
import { database } from '@/lib/database';
import { rankByBoth, rankByIntensities, type Match } from '@/lib/engine';

/** A picture saved again shares nearly all of its filters: it is among the first few, if it is there at all. */
const CANDIDATES = 60;
const MOST_RESULTS = 3;

/**
 * Products of the scope that show this very picture already, saved again perhaps in another size or format, or cut a little. Also
 * those that are sold out. None while the index is loading.
 * @throws CallerError for a signature of another model
 */
export async function nearDuplicates(signature: GivenSignature, scope: Scope): Promise<NearDuplicate[]> {
  const live = indexService().ready();
  if (!live) return [];
  refuseOtherModel(signature, live.modelId);
  const matches = await closest(live, signature, scope);
  const near = matches.filter(({ similarity }) => similarity >= NEAR_DUPLICATE);
  const ids = near.map(({ id }) => id);
  const rows = new Map((await ownCards(database(), scope, ids)).map((row) => [row.imageId, row]));
  return near.flatMap(({ id, similarity }) => {
    const row = rows.get(id);
    if (!row) return [];
    const { product, merchant, picture } = row;
    return {
      id: product.id,
      title: { ko: product.titleKo, en: product.titleEn },
      merchant: { ko: merchant.nameKo, en: merchant.nameEn },
      picture: toPicture(picture),
      inStock: product.stock > 0,
      similarity,
    };
  });
}

async function closest(live: LiveIndex, signature: GivenSignature, scope: Scope): Promise<Match[]> {
  const imageIds = live.narrow(signature.topFilters, {
    mode: 'overlap',
    weights: 'rank',
    limit: CANDIDATES,
    where: scope === 'all' ? {} : { every: merchantTags(scope.merchantId) },
  });
  const [intensities, features] = await Promise.all([
    compared(live, 'intensities', imageIds),
    compared(live, 'features', imageIds),
  ]);
  const byIntensities = rankByIntensities(
    signature.intensityBytes,
    intensities.map(({ bytes, ...picture }) => ({ ...picture, intensityBytes: bytes })),
    CANDIDATES,
  );
  return rankByBoth(signature.featureBits, shortlisted(features, byIntensities), MOST_RESULTS);
}

async function compared(live: LiveIndex, kind: VectorKind, imageIds: Uint32Array): Promise<Compared[]> {
  const rows = await vectorsOf(database(), live.modelId, kind, [...imageIds]);
  return rows.flatMap(({ imageId, bytes }) => {
    const owner = live.productOf(imageId);
    const whole = owner !== undefined && isWhole(RERANKERS[kind], imageId, bytes);
    return whole ? [{ id: imageId, owner, bytes }] : [];
  });
}
