import { getLocale } from 'next-intl/server';
import { csvResponse } from '@/app/admin/import/csv-response';
import { requireAccount } from '@/lib/auth';
import { isLocale } from '@/lib/i18n/locale';
import { errorResponse } from '@/lib/http-error';
import { importTemplate } from '@/lib/merchant/imports';

/** A file to begin with; `?language=ko|en` chooses its header, without it the page's language does. */
export async function GET(request: Request): Promise<Response> {
  try {
    await requireAccount();
    const asked = new URL(request.url).searchParams.get('language');
    const locale = isLocale(asked) ? asked : await getLocale();
    return csvResponse(await importTemplate(locale), `dalma-template-${locale}.csv`);
  } catch (error) {
    return errorResponse(error);
  }
}
