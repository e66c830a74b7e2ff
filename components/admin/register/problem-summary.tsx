'use client';

import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { FIELDS, type FieldProblems } from '@/lib/merchant/register/types';
import { fieldId } from './field';

/** All that keeps the product from being saved, each leading to where it is mended. */
export function ProblemSummary({
  problems,
  pictureMissing,
}: {
  problems: FieldProblems;
  pictureMissing: boolean;
}) {
  const t = useTranslations('register');
  const names = FIELDS.filter((name) => problems[name]);
  const count = names.length + (pictureMissing ? 1 : 0);
  if (count === 0) return null;
  return (
    <section
      aria-labelledby="summary-heading"
      className="mb-8 rounded-2xl border border-twin/40 bg-twin/5 px-5 py-4"
    >
      <h2 id="summary-heading" className="flex items-center gap-2 font-bold">
        <TriangleAlert aria-hidden="true" className="size-5 text-twin" />
        {t('summary', { count })}
      </h2>
      <ul className="mt-2 grid">
        {pictureMissing && <Leads to="add-pictures">{t('pictureMissing')}</Leads>}
        {names.map((name) => (
          <Leads key={name} to={fieldId(name)}>
            {t(`fields.${name}`)}: {t(`problems.${problems[name]!}`)}
          </Leads>
        ))}
      </ul>
    </section>
  );
}

function Leads({ to, children }: { to: string; children: React.ReactNode }) {
  return (
    <li>
      <a
        href={`#${to}`}
        onClick={(event) => {
          event.preventDefault();
          document.getElementById(to)?.focus();
        }}
        className="inline-flex min-h-11 items-center underline decoration-twin/50 underline-offset-4 hover:decoration-twin"
      >
        {children}
      </a>
    </li>
  );
}
