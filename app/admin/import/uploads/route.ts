import { z } from 'zod';
import { decodedName } from '@/app/admin/decoded-name';
import { requireAccount, requireSameOrigin } from '@/lib/auth';
import { CallerError, parseInput } from '@/lib/errors';
import { errorResponse } from '@/lib/http-error';
import { acceptImport } from '@/lib/merchant/imports';

const headersSchema = z.object({
  fileName: z.string().max(2_000).transform(decodedName),
  merchantId: z.coerce.number().int().positive().optional(),
});

/** Takes a catalogue file as it comes: the body is the file, its name in `x-file-name`, an admin's merchant in `x-merchant-id`. */
export async function POST(request: Request): Promise<Response> {
  try {
    requireSameOrigin(request);
    const account = await requireAccount();
    const { fileName, merchantId } = parseInput(
      headersSchema,
      {
        fileName: request.headers.get('x-file-name') ?? '',
        merchantId: request.headers.get('x-merchant-id') ?? undefined,
      },
      'upload',
    );
    const owner = merchantId ?? account.merchantId;
    if (owner === null)
      throw new CallerError('invalid-input', 'Expected x-merchant-id: whose products they are.');
    if (!request.body)
      throw new CallerError('invalid-input', 'Expected the file as the body of the request.');
    const run = await acceptImport(account, owner, request.body, fileName);
    return Response.json({ run: { id: run.id } }, { status: 201 });
  } catch (error) {
    return errorResponse(error);
  }
}
