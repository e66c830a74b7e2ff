import { useTranslations } from 'next-intl';

const FEW = 5;

/** Whether it can be bought now; says how many are left when they are few. Never by colour alone. */
export function StockState({ stock }: { stock: number }) {
  const t = useTranslations('product');
  if (stock <= 0) return <State dot="bg-soft" text={t('soldOutLong')} />;
  if (stock <= FEW) return <State dot="bg-twin" text={t('fewLeft', { count: stock })} />;
  return <State dot="bg-good" text={t('inStock')} />;
}

function State({ dot, text }: { dot: string; text: string }) {
  return (
    <span className="inline-flex items-center gap-2 font-semibold">
      <span aria-hidden="true" className={`size-2 rounded-full ${dot}`} />
      {text}
    </span>
  );
}
