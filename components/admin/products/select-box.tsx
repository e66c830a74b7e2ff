'use client';

/** A box to tick, large enough for a thumb. */
export function SelectBox({
  checked,
  partly = false,
  label,
  onChange,
}: {
  checked: boolean;
  /** Some of what it stands for is chosen, but not all. */
  partly?: boolean;
  /** Left out where a label surrounds it. */
  label?: string;
  onChange: (checked: boolean) => void;
}) {
  return (
    <span className="grid size-11 shrink-0 place-items-center">
      <input
        type="checkbox"
        ref={(box) => {
          if (box) box.indeterminate = partly;
        }}
        checked={checked}
        aria-label={label}
        onChange={(event) => onChange(event.currentTarget.checked)}
        className="size-5 cursor-pointer accent-ink"
      />
    </span>
  );
}
