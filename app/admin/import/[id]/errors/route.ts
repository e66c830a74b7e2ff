import { getTranslations } from 'next-intl/server';
import { csvResponse } from '@/app/admin/import/csv-response';
import { requireAccount, scopeOf } from '@/lib/auth';
import { errorResponse } from '@/lib/http-error';
import { errorFile } from '@/lib/merchant/imports';

/** The bad rows as a file, with what is wrong with each in the language of the page. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  try {
    const scope = scopeOf(await requireAccount());
    const id = Number((await params).id);
    const t = await getTranslations('importing');
    const file = await errorFile(scope, id, {
      line: t('file.line'),
      error: t('file.error'),
      say: ({ column, code, value, detail }) => {
        const sentence = t(`reasons.${code}`, { value, detail });
        return column ? `${t(`columns.${column}`)}: ${sentence}` : sentence;
      },
    });
    return csvResponse(file, `dalma-errors-${id}.csv`);
  } catch (error) {
    return errorResponse(error);
  }
}
