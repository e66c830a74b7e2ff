import { database } from '@/lib/database';
import { RowScan } from '@/scripts/bench-engine/row-scan';
import type { BenchCatalogue } from '@/scripts/bench/catalogue';
import { ShopProducts } from '@/scripts/bench-million/shop-products';
import { requireAgreement } from './agreement';
import { fillFeatureFiles, measureBoots } from './boots';
import { originalMethods } from './original';
import { drawQueries } from './queries';
import { recall, trueNeighbours, type Truth } from './recall';
import type { BootResult, SearchResult } from './report';
import { publishedMethod, shopMethods } from './shop';
import { timeMethods, type MethodTiming } from './timing';

export interface MeasuringOptions {
  readonly seed: number;
  /** Products asked about. */
  readonly queries: number;
  /** Of how many of them the recall is measured: each is compared with all products. */
  readonly judged: number;
}

/** Every way to search, and every way to come by an index, on the data set that the environment names. */
export async function measureSearch(
  signatures: BenchCatalogue,
  { seed, queries, judged }: MeasuringOptions,
): Promise<(SearchResult | BootResult)[]> {
  const n = signatures.size;
  const { live, boots } = await measureBoots(n);
  await fillFeatureFiles();
  const shop = new ShopProducts(n);
  const asked = drawQueries(shop, queries, seed);
  const methods = [
    ...originalMethods(new RowScan(signatures), database().$client),
    await publishedMethod(live.modelId),
    ...(await shopMethods(live)),
  ];
  const timings = await timeMethods(methods, asked);
  requireAgreement(timings);
  const truth = judged > 0 ? trueNeighbours(signatures, shop, asked.slice(0, judged)) : null;
  return [...timings.map((timing) => toResult(n, timing, truth)), ...boots];
}

function toResult(n: number, { found, ...timing }: MethodTiming, truth: Truth | null): SearchResult {
  return { n, ...timing, recallAt10: truth && recall(found, truth[measureOf(timing.method)]) };
}

/** What the method means by similar. */
function measureOf(method: string): keyof Truth {
  if (method.startsWith('row-scan')) return 'anyStock';
  return (['both', 'intensities'] as const).find((name) => method.endsWith(name)) ?? 'features';
}
