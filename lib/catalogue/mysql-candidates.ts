import type { Database } from '@/db';
import { candidateCards, queryVector, type CandidateRow } from '@/db/queries/similar';
import type { CandidateSource, Candidates, QueryPicture, RankedRow } from '@/lib/catalogue/candidate-source';
import { isWhole, type Reranker } from '@/lib/catalogue/reranker';
import type { Stopwatch } from '@/lib/catalogue/stopwatch';

/** The database tells what pictures are compared by, in the one join that tells what the cards show. */
export class MysqlCandidates implements CandidateSource {
  constructor(
    private readonly db: Database,
    private readonly modelId: string,
    private readonly reranker: Reranker,
  ) {}

  async queryPicture(productId: number, watch: Stopwatch): Promise<QueryPicture | undefined> {
    const { db, modelId, reranker } = this;
    const row = await watch.wait('query', queryVector(db, modelId, reranker.name, productId));
    return (
      row && { ...row, bytes: row.bytes && isWhole(reranker, row.imageId, row.bytes) ? row.bytes : null }
    );
  }

  async best({ query, imageIds, wanted, price }: Candidates, watch: Stopwatch): Promise<RankedRow[]> {
    const { db, modelId, reranker } = this;
    const rows = await watch.wait(
      'features',
      candidateCards(db, modelId, reranker.name, [...imageIds], price),
    );
    return watch.time('rerank', () => {
      const whole = rows.filter(({ imageId, bytes }) => isWhole(reranker, imageId, bytes));
      const byImage = new Map(whole.map((row) => [row.imageId, row]));
      return reranker.rank(query.bytes, whole.map(compared), wanted).flatMap(({ id, similarity }) => {
        const row = byImage.get(id);
        return row ? [{ row, similarity }] : [];
      });
    });
  }

  close(): void {}
}

function compared({ imageId, product, bytes }: CandidateRow) {
  return { id: imageId, owner: product.id, bytes };
}
