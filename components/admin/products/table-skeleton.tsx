const ROWS = 8;

/** The table before its products are known. */
export function TableSkeleton() {
  return (
    <div aria-hidden="true" className="mt-2 border-t border-line">
      {Array.from({ length: ROWS }, (_, row) => (
        <div key={row} className="flex items-center gap-4 border-b border-line py-3.5">
          <span className="pulse-block ml-3 size-5" />
          <span className="pulse-block size-14 rounded-xl" />
          <span className="flex-1">
            <span className="pulse-block block h-4 w-2/5" />
            <span className="pulse-block mt-2 block h-3 w-1/4" />
          </span>
          <span className="pulse-block hidden h-4 w-24 md:block" />
          <span className="pulse-block hidden h-10 w-28 rounded-full md:block" />
        </div>
      ))}
    </div>
  );
}
