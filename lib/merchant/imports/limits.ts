/** Rows of one file, the header apart. */
export const MOST_ROWS = 10_000;
/** Rows of one file, empty ones and the header included: a spreadsheet has no more, and may write each of them as commas. */
export const MOST_LINES = 1_048_576;
/** Files in a ZIP, those we ignore included. */
export const MOST_ENTRIES = 120_000;
/** Bytes of the CSV, wherever it lies: 10,000 rows with the longest descriptions fit. */
export const MOST_CSV_BYTES = 512 * 1024 * 1024;
/** All files of a ZIP together may be so many times the most an upload may have. */
export const MOST_UNPACKED_TIMES = 4;
/** Pictures hardly shrink and text shrinks to a tenth; a file that shrinks more than this is made to fill the disk. */
export const GREATEST_RATIO = 200;
/** Below this many bytes a file may shrink as much as it likes. */
export const RATIO_COUNTS_FROM = 4 * 1024 * 1024;
/** Bytes of one row of a CSV. Longer ones are almost always an open quotation mark. */
export const LONGEST_ROW = 256 * 1024;
/** Characters of a value kept for the list of errors. */
export const LONGEST_VALUE = 255;
