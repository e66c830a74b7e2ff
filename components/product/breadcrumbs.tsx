import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Fragment } from 'react';

/** Where this page is in the shop; the last step is the page itself. */
export function Breadcrumbs({
  steps,
  here,
}: {
  steps: readonly { href: string; label: string }[];
  here: string;
}) {
  const t = useTranslations('product');
  return (
    <nav aria-label={t('breadcrumb')} className="text-sm text-soft">
      <ol className="flex min-w-0 items-center gap-1">
        {steps.map(({ href, label }) => (
          <Fragment key={href}>
            <li className="shrink-0">
              <Link
                href={href}
                className="-mx-1 inline-flex min-h-11 items-center rounded px-1 hover:text-ink"
              >
                {label}
              </Link>
            </li>
            <li aria-hidden="true">
              <ChevronRight className="size-4" />
            </li>
          </Fragment>
        ))}
        <li aria-current="page" className="truncate text-ink">
          {here}
        </li>
      </ol>
    </nav>
  );
}
