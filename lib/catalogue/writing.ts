/** What other writers of the catalogue are made of: its one transaction, its forms of rows. Nothing here loads the network. */
export { changeCatalogue, hasCode, type Touched } from '@/lib/catalogue/change-catalogue';
export { isProductId } from '@/lib/catalogue/detail';
export { pictureAddress, pictureFolder } from '@/lib/catalogue/cards';
export {
  insertNewProduct,
  patchedWords,
  requireCategory,
  takenSku,
  unknownProduct,
  wordColumns,
} from '@/lib/catalogue/product-rows';
export { storePicture } from '@/lib/catalogue/store-picture';
export { encodeTopFilters } from '@/lib/catalogue/top-filters';
