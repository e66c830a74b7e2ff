/** What pages and programs may ask of the catalogue. Server only. */
export { categories, listCategories, listProducts, newestProducts } from '@/lib/catalogue/lists';
export { todaysPicks } from '@/lib/catalogue/picks';
export { getProduct, listReviews } from '@/lib/catalogue/detail';
export { similarProducts, similarToSignature } from '@/lib/catalogue/similar';
export { parseSignature, type GivenSignature } from '@/lib/catalogue/signature-question';
export { nearDuplicates } from '@/lib/catalogue/near-duplicates';
export type { SimilarFilter } from '@/lib/catalogue/similar-filter';
export { productIdBySku } from '@/lib/catalogue/product-by-sku';
export { indexStatus } from '@/lib/catalogue/index-service';
export { sitemapParts, sitemapProducts } from '@/lib/catalogue/sitemap';
export { deleteProduct, registerProduct, setStock, updateProduct } from '@/lib/catalogue/register-product';
export type { NewProductInput, ProductPatch } from '@/lib/catalogue/product-input';
export { previewModel } from '@/lib/catalogue/preview-model';
export { openModelFile } from '@/lib/vision';

/** What the merchant's side is built with. */
export { toCategory, toPicture } from '@/lib/catalogue/cards';
export { changeCatalogue } from '@/lib/catalogue/change-catalogue';
export { isProductId } from '@/lib/catalogue/detail';
export { Remembered } from '@/lib/catalogue/remembered';
export { searchWords } from '@/lib/catalogue/search-text';
