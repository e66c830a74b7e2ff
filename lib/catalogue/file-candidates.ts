import type { Database } from '@/db';
import { prepareQueryPicture } from '@/db/queries/similar';
import type { CandidateSource, Candidates, QueryPicture, RankedRow } from '@/lib/catalogue/candidate-source';
import { byOthersThan } from '@/lib/catalogue/further-down';
import { ShownCards } from '@/lib/catalogue/shown-cards';
import type { Stopwatch } from '@/lib/catalogue/stopwatch';
import type { VectorsInFile } from '@/lib/catalogue/vectors-in-file';

/**
 * A file of this machine tells what pictures are compared by, and the database what the cards of the few results show.
 */
export class FileCandidates implements CandidateSource {
  readonly #queryPicture;
  readonly #cards;

  constructor(
    db: Database,
    modelId: string,
    private readonly vectors: VectorsInFile,
  ) {
    this.#queryPicture = prepareQueryPicture(db, modelId);
    this.#cards = new ShownCards(db);
  }

  async queryPicture(productId: number, watch: Stopwatch): Promise<QueryPicture | undefined> {
    const [row] = await watch.wait('query', this.#queryPicture.execute({ productId }));
    return row && { ...row, bytes: await this.vectors.one(row.imageId, watch) };
  }

  async best({ query, imageIds, wanted, price }: Candidates, watch: Stopwatch): Promise<RankedRow[]> {
    const first = await this.vectors.rank(query.bytes, imageIds, wanted, watch);
    const shown = await this.#cards.of(first, price, watch);
    if (shown.length === wanted || first.length < wanted) return shown;
    const ordered = await this.vectors.rank(query.bytes, imageIds, imageIds.length, watch);
    const further = ordered.filter(byOthersThan(first));
    return [...shown, ...(await this.#cards.first(further, wanted - shown.length, price, watch))];
  }

  close(): void {
    this.vectors.close();
  }
}
