import { Search } from 'lucide-react';

/** The glass at the end of a search field: sends its form. */
export function SearchButton({ label }: { label: string }) {
  return (
    <button
      type="submit"
      aria-label={label}
      className="grid size-11 shrink-0 place-items-center rounded-full hover:text-twin"
    >
      <Search aria-hidden="true" className="size-5" />
    </button>
  );
}
