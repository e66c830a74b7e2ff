import type { Database } from '@/db';
import type { CandidateSource, QueryPicture, RankedRow } from '@/lib/catalogue/candidate-source';
import { FileCandidates } from '@/lib/catalogue/file-candidates';
import type { LiveIndex } from '@/lib/catalogue/live-index';
import { MysqlCandidates } from '@/lib/catalogue/mysql-candidates';
import { openFeatureFile } from '@/lib/catalogue/open-feature-file';
import { RERANKERS } from '@/lib/catalogue/reranker';
import type { SearchSettings } from '@/lib/catalogue/search-settings';
import type { SearchScope } from '@/lib/catalogue/similar-filter';
import type { Stopwatch } from '@/lib/catalogue/stopwatch';
import { decodeTopFilters } from '@/lib/catalogue/top-filters';

/** So many times more candidates when a price range cuts bands, whose pictures may mostly be outside of it. */
const ROUGH_PRICE = 4;
/** So many times more when too few candidates can be shown. */
const WIDER = 4;
/** The most that one search looks at, however few of them can be shown: a tenth of a second of everybody's time. */
const MOST_CANDIDATES = 20_000;

/** What is asked of a search. */
export interface SearchQuestion {
  readonly productId: number;
  readonly wanted: number;
  readonly scope: SearchScope;
}

/** Searches in one index, by one set of settings. */
export class SimilarSearch {
  private constructor(
    private readonly live: LiveIndex,
    private readonly settings: SearchSettings,
    private readonly source: CandidateSource,
    /** For pictures that a former version described, which have feature bits and no intensities. */
    private readonly byFeatures: CandidateSource,
  ) {}

  /** Opens the feature file, where the settings want one and the disk allows it. */
  static async open(db: Database, live: LiveIndex, settings: SearchSettings): Promise<SimilarSearch> {
    const byFeatures = new MysqlCandidates(db, live.modelId, RERANKERS.features);
    return new SimilarSearch(live, settings, await openSource(db, live, settings), byFeatures);
  }

  /** Results, most similar first; null if the product has no picture that could be compared. */
  async find(question: SearchQuestion, watch: Stopwatch): Promise<RankedRow[] | null> {
    for (const source of [this.source, this.byFeatures]) {
      const picture = await source.queryPicture(question.productId, watch);
      if (!picture) return null;
      const { bytes } = picture;
      if (bytes) return this.#search(source, { ...picture, bytes }, question, watch);
    }
    return null;
  }

  /** Lets go of what is held open. */
  close(): void {
    this.source.close();
  }

  /** As many results as are wanted while there are that many among the most that a search looks at. */
  async #search(
    source: CandidateSource,
    picture: QueryPicture & { readonly bytes: Uint8Array },
    question: SearchQuestion,
    watch: Stopwatch,
  ): Promise<RankedRow[]> {
    const { wanted, scope } = question;
    const topFilters = decodeTopFilters(picture.topFilters);
    let limit = this.settings.narrowing.limit * (scope.priceIsRough ? ROUGH_PRICE : 1);
    for (; ; limit *= WIDER) {
      limit = Math.min(limit, MOST_CANDIDATES);
      const imageIds = watch.time('narrowing', () => this.#narrow(topFilters, limit, question));
      const candidates = { query: picture.bytes, imageIds, wanted, price: scope.price };
      const found = await source.best(candidates, watch);
      const all = imageIds.length < limit || limit === MOST_CANDIDATES;
      if (found.length === wanted || all) return found;
    }
  }

  #narrow(topFilters: Uint16Array, limit: number, { productId, wanted, scope }: SearchQuestion): Uint32Array {
    return this.live.narrow(topFilters, {
      ...this.settings.narrowing,
      limit,
      atLeast: wanted,
      where: scope.where,
      excludeOwner: productId,
    });
  }
}

async function openSource(db: Database, live: LiveIndex, settings: SearchSettings): Promise<CandidateSource> {
  const reranker = RERANKERS[settings.reranker];
  const { name, bytes } = reranker;
  const kind = { modelId: live.modelId, name, payloadBytes: bytes };
  const file = settings.source === 'file' ? await openFeatureFile(db, kind) : null;
  return file
    ? new FileCandidates(db, live, reranker, file)
    : new MysqlCandidates(db, live.modelId, reranker);
}
