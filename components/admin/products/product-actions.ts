import type { ActionResult } from '@/lib/problem';
import type { ProductsChanged, StockChange, StocksChanged } from '@/lib/merchant/products/types';

/** What the table asks the server to do; the page hands it its server actions. */
export interface ProductActions {
  readonly setStocks: (ids: readonly number[], stock: number) => Promise<ActionResult<StocksChanged>>;
  readonly undoStocks: (changes: readonly StockChange[]) => Promise<ActionResult<StocksChanged>>;
  readonly deleteProducts: (ids: readonly number[]) => Promise<ActionResult<ProductsChanged>>;
  readonly restoreProducts: (ids: readonly number[]) => Promise<ActionResult<ProductsChanged>>;
}
