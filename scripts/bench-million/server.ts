import { totalmem } from 'node:os';
import { join } from 'node:path';
import { startMariadb, type Service } from '@/scripts/services';

/** What a shop of a million products would give its database on a machine of its own; less where there is less. */
const MOST_BUFFER_POOL_GIB = 6;
const BUFFER_POOL_SHARE = 0.3;

/** GiB of the server's memory for pages. */
export const BUFFER_POOL_GIB = Math.max(
  0.25,
  Math.min(MOST_BUFFER_POOL_GIB, Math.floor((totalmem() / 2 ** 30) * BUFFER_POOL_SHARE * 4) / 4),
);

/** The private server of the data set in `folder`. A crash of the machine may cost the rows of the last second. */
export function startBenchServer(folder: string): Promise<Service> {
  return startMariadb({
    dir: join(folder, 'mariadb'),
    durable: false,
    settings: {
      'innodb-buffer-pool-size': String(BUFFER_POOL_GIB * 2 ** 30),
      // Newer servers know these under other names, and do without.
      'loose-innodb-log-file-size': '1G',
      'loose-innodb-sort-buffer-size': '64M',
    },
  });
}
