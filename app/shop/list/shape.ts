/** Products on one page of the list: whole rows at two, three and four columns. */
export const PER_PAGE = 24;
