const LONGEST_NAME = 255;

/** A file's name for messages and lists: the last part of a path, composed, without what no screen shows; never empty. */
export function shownName(fileName: string): string {
  const name = fileName
    .normalize('NFC')
    .replace(/^.*[/\\]/, '')
    .replace(/\p{C}/gu, '')
    .trim();
  return [...name].slice(0, LONGEST_NAME).join('') || '?';
}
