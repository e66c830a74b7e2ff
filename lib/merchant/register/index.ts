/** Front door: the form of a product, from what it shows to what it saves. Server only. */
export { familiesOf, suggestedSku } from '@/lib/merchant/register/form-choices';
export { formContents, type FormContents, type OwnPicture } from '@/lib/merchant/register/form-contents';
export { saveForm, saveNewForm } from '@/lib/merchant/register/save-form';
export { stageOf } from '@/lib/merchant/register/stage';
