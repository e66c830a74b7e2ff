import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId } from 'react';

export interface MerchantChoice {
  readonly id: number;
  readonly name: string;
}

/** Whose products are meant: only admins are asked. */
export function MerchantSelect({
  merchants,
  name,
  onChoose,
}: {
  merchants: readonly MerchantChoice[];
  name: string;
  onChoose?: (id: number) => void;
}) {
  const t = useTranslations('importing');
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="block text-sm font-semibold">
        {t('merchant')}
      </label>
      <span className="relative mt-1 block">
        <select
          id={id}
          name={name}
          onChange={onChoose && ((event) => onChoose(Number(event.target.value)))}
          className="min-h-12 w-full appearance-none rounded-xl border border-line bg-paper pr-12 pl-4"
        >
          {merchants.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 right-4 size-5 -translate-y-1/2 text-soft"
        />
      </span>
    </div>
  );
}
