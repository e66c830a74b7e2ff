import type { ReactNode } from 'react';

/** One figure with its name and what goes with it. */
export function Tile({
  name,
  value,
  notes,
}: {
  name: string;
  value: ReactNode;
  notes: readonly ReactNode[];
}) {
  return (
    <div className="flex flex-col rounded-card border border-line p-4 md:p-5">
      <dt className="text-sm text-soft">{name}</dt>
      <dd className="mt-1 text-2xl font-extrabold tabular-nums">{value}</dd>
      {notes.map((note, i) => (
        <dd key={i} className="mt-1 text-sm text-soft tabular-nums">
          {note}
        </dd>
      ))}
    </div>
  );
}
