/** What other writers of the catalogue are made of: its one transaction, its rules for fields, its forms of rows. No network. */
export { productFields } from '@/lib/catalogue/product-input';
export { changeCatalogue, hasCode, type Touched } from '@/lib/catalogue/change-catalogue';
export { isProductId } from '@/lib/catalogue/detail';
export { pictureAddress, pictureFolder } from '@/lib/catalogue/cards';
