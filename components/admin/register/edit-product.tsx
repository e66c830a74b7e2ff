'use client';

import { Trash2, Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState, useTransition } from 'react';
import { ActionLink } from '@/components/ui/action-link';
import { Notice } from '@/components/ui/notice';
import type { ProductsChanged } from '@/lib/merchant/products/types';
import type { ActionResult } from '@/lib/problem';
import type { RegisterContext } from './register-form';
import { RegisterProduct } from './register-product';

type Change = () => Promise<ActionResult<ProductsChanged>>;

/** The form of a product that exists: it can be deleted, and put back as long as the page is open. */
export function EditProduct({
  context,
  remove,
  restore,
}: {
  context: RegisterContext;
  remove: Change;
  restore: Change;
}) {
  const t = useTranslations('register');
  const [deleted, setDeleted] = useState(false);
  const [failed, setFailed] = useState(false);
  const [busy, startTransition] = useTransition();

  function change(act: Change, to: boolean) {
    if (busy) return;
    startTransition(async () => {
      const result = await act().catch(() => null);
      const done = result?.ok === true && result.changed.length > 0;
      setFailed(!done);
      if (done) setDeleted(to);
    });
  }

  const failure = failed && (
    <p role="alert" className="w-full text-sm font-medium text-twin">
      {t(deleted ? 'notRestored' : 'notDeleted')}
    </p>
  );
  if (deleted) return <Deleted busy={busy} undo={() => change(restore, false)} failure={failure} />;
  return (
    <RegisterProduct
      context={context}
      actions={
        <>
          {failure}
          <button
            type="button"
            aria-disabled={busy}
            onClick={() => change(remove, true)}
            className="inline-flex min-h-12 items-center gap-2 rounded-full px-4 font-semibold text-soft hover:text-twin aria-disabled:opacity-60"
          >
            <Trash2 aria-hidden="true" className="size-4" />
            {t('delete')}
          </button>
        </>
      }
    />
  );
}

function Deleted({ busy, undo, failure }: { busy: boolean; undo: () => void; failure: React.ReactNode }) {
  const t = useTranslations('register');
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <div role="status">
      <Notice title={t('deletedTitle')} text={t('deletedText')}>
        {failure}
        <button
          ref={button}
          type="button"
          aria-disabled={busy}
          onClick={undo}
          className="inline-flex min-h-12 items-center gap-2 rounded-full bg-ink px-6 font-semibold text-paper hover:bg-ink/85"
        >
          <Undo2 aria-hidden="true" className="size-4" />
          {t('undo')}
        </button>
        <ActionLink look="outline" href="/admin/products">
          {t('toList')}
        </ActionLink>
      </Notice>
    </div>
  );
}
