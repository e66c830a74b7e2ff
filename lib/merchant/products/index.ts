/** What pages and programs may ask of a merchant's own products. Server only. */
export { listProducts } from '@/lib/merchant/products/list-products';
export {
  deleteProducts,
  restoreProducts,
  setStocks,
  undoStocks,
} from '@/lib/merchant/products/change-products';
