import type { Database } from '@/db';
import { candidateCards, queryVector, vectorsOf, type PriceRange } from '@/db/queries/similar';
import type { CandidateSource, Candidates, QueryPicture, RankedRow } from '@/lib/catalogue/candidate-source';
import type { LiveIndex } from '@/lib/catalogue/live-index';
import { isWhole, RERANKERS, shortlisted } from '@/lib/catalogue/reranker';
import { bestOfShortlist } from '@/lib/catalogue/shortlist';
import type { Stopwatch } from '@/lib/catalogue/stopwatch';
import { rankByBoth, type Match } from '@/lib/engine';

/**
 * The database tells the intensities of all candidates, then the feature bits of the shortlist in one join with what
 * its cards show. A picture that lacks either is left out, as a damaged one is.
 */
export class MysqlBothCandidates implements CandidateSource {
  constructor(
    private readonly db: Database,
    private readonly live: LiveIndex,
    private readonly size: number,
  ) {}

  async queryPicture(productId: number, watch: Stopwatch): Promise<QueryPicture | undefined> {
    const [row, other] = await watch.wait(
      'query',
      Promise.all([this.#queryVector('intensities', productId), this.#queryVector('features', productId)]),
    );
    const featureBits = other?.imageId === row?.imageId ? other?.bytes : null;
    return row && (featureBits ? { ...row, featureBits } : { ...row, bytes: null });
  }

  best({ query, imageIds, wanted, price }: Candidates, watch: Stopwatch): Promise<RankedRow[]> {
    const intensities = this.#intensitiesOf(imageIds, watch);
    const steps = {
      size: this.size,
      byIntensities: async (k: number) => {
        const compared = await intensities;
        return watch.time('rerank', () => RERANKERS.intensities.rank(query.bytes, compared, k));
      },
      byBoth: (shortlist: readonly Match[], most: number) =>
        this.#byBoth(query.featureBits!, shortlist, most, price, watch),
    };
    return bestOfShortlist({ imageIds, wanted }, steps);
  }

  async #queryVector(kind: 'intensities' | 'features', productId: number) {
    const row = await queryVector(this.db, this.live.modelId, kind, productId);
    const { bytes, imageId } = row ?? {};
    return row && { ...row, bytes: bytes && isWhole(RERANKERS[kind], imageId!, bytes) ? bytes : null };
  }

  async #intensitiesOf(imageIds: Uint32Array, watch: Stopwatch) {
    const { db, live } = this;
    const rows = await watch.wait('features', vectorsOf(db, live.modelId, 'intensities', [...imageIds]));
    return rows.flatMap(({ imageId, bytes }) => {
      const owner = live.productOf(imageId);
      const whole = owner !== undefined && isWhole(RERANKERS.intensities, imageId, bytes);
      return whole ? [{ id: imageId, owner, bytes }] : [];
    });
  }

  async #byBoth(
    queryFeatureBits: Uint8Array,
    shortlist: readonly Match[],
    wanted: number,
    price: PriceRange,
    watch: Stopwatch,
  ): Promise<RankedRow[]> {
    const ids = shortlist.map(({ id }) => id);
    const rows = await watch.wait(
      'features',
      candidateCards(this.db, this.live.modelId, 'features', ids, price),
    );
    const whole = rows.filter(({ imageId, bytes }) => isWhole(RERANKERS.features, imageId, bytes));
    const byImage = new Map(whole.map((row) => [row.imageId, row]));
    const compared = whole.map(({ imageId, product, bytes }) => ({ id: imageId, owner: product.id, bytes }));
    return watch.time('rerank', () =>
      rankByBoth(queryFeatureBits, shortlisted(compared, shortlist), wanted).map(({ id, similarity }) => ({
        row: byImage.get(id)!,
        similarity,
      })),
    );
  }

  close(): void {}
}
