export { modelInUse } from '@/lib/catalogue/writing';
