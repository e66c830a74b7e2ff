/** Front door: many products at once, out of a file and into one. Server only. */
export {
  acceptImport,
  beginImport,
  cancelImport,
  importErrors,
  importPictures,
  importRunOf,
  listImports,
  mostImportBytes,
  pauseImport,
  resumeImport,
  startImport,
  type ErrorPage,
} from '@/lib/merchant/imports/runs';
export { errorFile, type ErrorWords } from '@/lib/merchant/imports/error-file';
export { exportCatalogue } from '@/lib/merchant/imports/export-catalogue';
export { importTemplate } from '@/lib/merchant/imports/template';
export { workImports, workOnImport, type ImportWorkOptions } from '@/lib/merchant/imports/work-imports';
