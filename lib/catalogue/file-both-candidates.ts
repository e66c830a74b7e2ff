import type { Database } from '@/db';
import { prepareQueryPicture } from '@/db/queries/similar';
import type { CandidateSource, Candidates, QueryPicture, RankedRow } from '@/lib/catalogue/candidate-source';
import { shortlisted } from '@/lib/catalogue/reranker';
import { bestOfShortlist } from '@/lib/catalogue/shortlist';
import { ShownCards } from '@/lib/catalogue/shown-cards';
import type { Stopwatch } from '@/lib/catalogue/stopwatch';
import type { VectorsInFile } from '@/lib/catalogue/vectors-in-file';
import { rankByBoth, type Match } from '@/lib/engine';

/**
 * Two files of this machine tell what pictures are compared by: the intensities of all candidates, and the feature bits
 * of the shortlist. A picture that lacks either is left out, as a damaged one is.
 */
export class FileBothCandidates implements CandidateSource {
  readonly #queryPicture;
  readonly #cards;

  constructor(
    db: Database,
    modelId: string,
    private readonly intensities: VectorsInFile,
    private readonly features: VectorsInFile,
    private readonly size: number,
  ) {
    this.#queryPicture = prepareQueryPicture(db, modelId);
    this.#cards = new ShownCards(db);
  }

  async queryPicture(productId: number, watch: Stopwatch): Promise<QueryPicture | undefined> {
    const [row] = await watch.wait('query', this.#queryPicture.execute({ productId }));
    if (!row) return undefined;
    const bytes = await this.intensities.one(row.imageId, watch);
    const featureBits = bytes && (await this.features.one(row.imageId, watch));
    return featureBits ? { ...row, bytes, featureBits } : { ...row, bytes: null };
  }

  best({ query, imageIds, wanted, price }: Candidates, watch: Stopwatch): Promise<RankedRow[]> {
    const steps = {
      size: this.size,
      byIntensities: (k: number) => this.intensities.rank(query.bytes, imageIds, k, watch),
      byBoth: async (shortlist: readonly Match[], most: number) => {
        const ordered = await this.#byBoth(query.featureBits!, shortlist, watch);
        return this.#cards.first(ordered, most, price, watch);
      },
    };
    return bestOfShortlist({ imageIds, wanted }, steps);
  }

  #byBoth(queryFeatureBits: Uint8Array, shortlist: readonly Match[], watch: Stopwatch): Promise<Match[]> {
    const ids = shortlist.map(({ id }) => id);
    return this.features.ranked(
      ids,
      (compared) => rankByBoth(queryFeatureBits, shortlisted(compared, shortlist), shortlist.length),
      watch,
    );
  }

  close(): void {
    this.intensities.close();
    this.features.close();
  }
}
