import type { Database } from '@/db';
import type { VectorKind } from '@/db/queries/similar';
import type { CandidateSource, ComparedPicture, RankedRow } from '@/lib/catalogue/candidate-source';
import { FileBothCandidates } from '@/lib/catalogue/file-both-candidates';
import { FileCandidates } from '@/lib/catalogue/file-candidates';
import type { LiveIndex } from '@/lib/catalogue/live-index';
import { MysqlBothCandidates } from '@/lib/catalogue/mysql-both-candidates';
import { MysqlCandidates } from '@/lib/catalogue/mysql-candidates';
import { openFeatureFile } from '@/lib/catalogue/open-feature-file';
import { RERANKERS } from '@/lib/catalogue/reranker';
import { kindsOf, type SearchSettings } from '@/lib/catalogue/search-settings';
import type { GivenSignature } from '@/lib/catalogue/signature-question';
import type { SearchScope } from '@/lib/catalogue/similar-filter';
import type { Stopwatch } from '@/lib/catalogue/stopwatch';
import { decodeTopFilters, encodeTopFilters } from '@/lib/catalogue/top-filters';
import { VectorsInFile } from '@/lib/catalogue/vectors-in-file';

/** So many times more candidates when a price range cuts bands, whose pictures may mostly be outside of it. */
const ROUGH_PRICE = 4;
/** So many times more when too few candidates can be shown. */
const WIDER = 4;
/** The most that one search looks at, however few of them can be shown: a tenth of a second of everybody's time. */
const MOST_CANDIDATES = 20_000;

/** What may be found, and how much of it. */
export interface Wanted {
  readonly wanted: number;
  readonly scope: SearchScope;
}

/** A search by a product of the catalogue, which is not among its own results. */
export interface SearchQuestion extends Wanted {
  readonly productId: number;
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
      if (bytes) return this.#search(source, { ...picture, bytes }, question, watch, question.productId);
    }
    return null;
  }

  /** Results for a picture that belongs to no product, by its signature of the index's model. */
  findLike(signature: GivenSignature, question: Wanted, watch: Stopwatch): Promise<RankedRow[]> {
    const { topFilters, featureBits, intensityBytes } = signature;
    const bytes = this.settings.reranker === 'features' ? featureBits : intensityBytes;
    const picture = { topFilters: encodeTopFilters(topFilters), bytes, featureBits };
    return this.#search(this.source, picture, question, watch);
  }

  /** Lets go of what is held open. */
  close(): void {
    this.source.close();
  }

  /** As many results as are wanted while there are that many among the most that a search looks at. */
  async #search(
    source: CandidateSource,
    picture: Omit<ComparedPicture, 'imageId'>,
    { wanted, scope }: Wanted,
    watch: Stopwatch,
    exceptProduct?: number,
  ): Promise<RankedRow[]> {
    const topFilters = decodeTopFilters(picture.topFilters);
    let limit = this.settings.narrowing.limit * (scope.priceIsRough ? ROUGH_PRICE : 1);
    for (; ; limit *= WIDER) {
      limit = Math.min(limit, MOST_CANDIDATES);
      const narrowed = { limit, atLeast: wanted, where: scope.where, excludeOwner: exceptProduct };
      const imageIds = watch.time('narrowing', () =>
        this.live.narrow(topFilters, { ...this.settings.narrowing, ...narrowed }),
      );
      const candidates = { query: picture, imageIds, wanted, price: scope.price };
      const found = await source.best(candidates, watch);
      const all = imageIds.length < limit || limit === MOST_CANDIDATES;
      if (found.length === wanted || all) return found;
    }
  }
}

async function openSource(db: Database, live: LiveIndex, settings: SearchSettings): Promise<CandidateSource> {
  const { reranker, shortlist, source } = settings;
  const files = source === 'file' ? await openFiles(db, live, kindsOf(reranker)) : null;
  if (reranker === 'both') {
    const [intensities, features] = files ?? [];
    return intensities && features
      ? new FileBothCandidates(db, live.modelId, intensities, features, shortlist)
      : new MysqlBothCandidates(db, live, shortlist);
  }
  const [vectors] = files ?? [];
  return vectors
    ? new FileCandidates(db, live.modelId, vectors)
    : new MysqlCandidates(db, live.modelId, RERANKERS[reranker]);
}

/** All of the files, or none. */
async function openFiles(
  db: Database,
  live: LiveIndex,
  kinds: readonly VectorKind[],
): Promise<VectorsInFile[] | null> {
  const opened: VectorsInFile[] = [];
  try {
    for (const kind of kinds) {
      const { name, bytes } = RERANKERS[kind];
      const file = await openFeatureFile(db, { modelId: live.modelId, name, payloadBytes: bytes });
      if (file) opened.push(new VectorsInFile(db, live, RERANKERS[kind], file));
    }
  } catch (error) {
    opened.forEach((vectors) => vectors.close());
    throw error;
  }
  if (opened.length === kinds.length) return opened;
  opened.forEach((vectors) => vectors.close());
  return null;
}
