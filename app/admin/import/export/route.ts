import { z } from 'zod';
import { csvResponse } from '@/app/admin/import/csv-response';
import { requireAccount, scopeOf } from '@/lib/auth';
import { CallerError, parseInput } from '@/lib/errors';
import { errorResponse } from '@/lib/http-error';
import { exportCatalogue } from '@/lib/merchant/imports';

const merchantSchema = z.coerce
  .number()
  .int()
  .positive()
  .max(2 ** 32 - 1);

/** All products of a merchant; an admin says whose: `?merchant=3`. */
export async function GET(request: Request): Promise<Response> {
  try {
    const account = await requireAccount();
    const asked = new URL(request.url).searchParams.get('merchant');
    const merchantId =
      asked === null ? account.merchantId : parseInput(merchantSchema, asked, 'number of a merchant');
    if (merchantId === null) throw new CallerError('invalid-input', 'Expected ?merchant= with a number.');
    return csvResponse(await exportCatalogue(scopeOf(account), merchantId), 'dalma-catalogue.csv');
  } catch (error) {
    return errorResponse(error);
  }
}
