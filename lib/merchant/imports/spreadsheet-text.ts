/** What a spreadsheet takes for a formula, behind the marks that keep it from doing so. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
const MARKED = /^'+[=+\-@\t\r\n＝＋－＠]/;

/**
 * A text that a spreadsheet shows instead of computing it: `=1+1` becomes `'=1+1`. Texts that look so already get one
 * more mark, so that every text comes back as it was.
 */
export function toSpreadsheet(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text behind a cell that was written by `toSpreadsheet`; any other cell stays as it is. */
export function fromSpreadsheet(cell: string): string {
  return MARKED.test(cell) ? cell.slice(1) : cell;
}
