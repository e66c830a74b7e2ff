/** Products on one page of the table. */
export const PER_PAGE = 25;
