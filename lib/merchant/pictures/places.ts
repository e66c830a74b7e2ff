/**
 * A product's pictures in the order its merchant wants: each open job at its own place among all, and the pictures on
 * show, which know only their order among themselves, at the places left. So a job that becomes a picture changes no
 * other's place.
 */
export function inOrder<Job extends { readonly position: number | null }, Shown>(
  jobs: readonly Job[],
  shown: readonly Shown[],
): (Job | Shown)[] {
  const byPlace = [...jobs].sort((a, b) => placeOf(a) - placeOf(b));
  const left = [...shown];
  const order: (Job | Shown)[] = [];
  for (const job of byPlace) {
    order.push(...left.splice(0, Math.max(0, placeOf(job) - order.length)), job);
  }
  return [...order, ...left];
}

const placeOf = ({ position }: { readonly position: number | null }) => position ?? Infinity;
