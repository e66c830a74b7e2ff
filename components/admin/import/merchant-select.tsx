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
      <select
        id={id}
        name={name}
        onChange={onChoose && ((event) => onChoose(Number(event.target.value)))}
        className="mt-1 min-h-12 w-full rounded-xl border border-line bg-paper px-3"
      >
        {merchants.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
    </div>
  );
}
