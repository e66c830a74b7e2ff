import { indexService } from '@/lib/catalogue/index-service';

/** The index of this process, following the catalogue. @returns what ends it */
export function startIndex(): () => Promise<void> {
  const service = indexService();
  service.start();
  return () => service.stop();
}
