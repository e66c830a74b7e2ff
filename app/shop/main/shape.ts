/** How many products each band of the main page shows: whole rows at two and at five columns. */
export const PICKS = 10;
export const NEWEST = 20;
/** Look-alikes in the hero's example. */
export const HERO_SIMILAR = 4;
export const CATEGORY_TILES = 12;
