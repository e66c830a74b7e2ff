import { availableParallelism } from 'node:os';
import { measureFound, somewhere, type FoundTimes } from './found';
import { measureThroughput, type Throughput } from './throughput';

export interface RegisterBench {
  readonly cores: number;
  readonly products: number;
  readonly seed: number;
  readonly found: FoundTimes;
  readonly throughput: Throughput;
}

/** Saving and finding first, while nothing else is to do, then the queue under load. */
export async function measureRegister(options: {
  readonly products: number;
  readonly pictures: number;
  readonly seed: number;
}): Promise<RegisterBench> {
  const { products, pictures, seed } = options;
  const found = await measureFound(products, seed);
  const { merchantId } = await somewhere();
  const throughput = await measureThroughput(pictures, merchantId);
  return { cores: availableParallelism(), products, seed, found, throughput };
}
