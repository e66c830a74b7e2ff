import iconv from 'iconv-lite';
import { getFileNameLowLevel, type Entry } from 'yauzl';

const UTF8_FLAG = 0x800;
const UNICODE_PATH = 0x7075;

/**
 * The name of a file in a ZIP. Programs that write UTF-8 say so or not; Korean Windows writes CP949 without saying
 * anything. Names that are UTF-8 are read as such, all others as CP949.
 */
export function nameOf(entry: Entry): string {
  const { generalPurposeBitFlag: flags, fileNameRaw, extraFields } = entry;
  const said = (flags & UTF8_FLAG) !== 0 || extraFields.some(({ id }) => id === UNICODE_PATH);
  if (said) return getFileNameLowLevel(flags, fileNameRaw, extraFields, true);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(fileNameRaw);
  } catch {
    return iconv.decode(fileNameRaw, 'cp949');
  }
}

/** What names are compared by: macOS writes 한 as three characters, and no file system of Windows tells A from a. */
export function nameKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether a path could lead out of the folder that it is unpacked to, on any system. We never unpack; nor do we look away. */
export function isTrick(path: string): boolean {
  return (
    path === '' ||
    path.startsWith('/') ||
    /^[a-z]:/i.test(path) ||
    /[\\\p{Cc}]/u.test(path) ||
    path.split('/').some((part) => part === '..' || part === '.')
  );
}

/** What operating systems leave in ZIPs beside the files somebody put there. */
export function isJunk(path: string): boolean {
  return path.startsWith('__MACOSX/') || /^(\._.*|\.DS_Store|Thumbs\.db|desktop\.ini)$/i.test(baseName(path));
}

export function isArchive(path: string): boolean {
  return /\.(zip|7z|rar|tar|gz|tgz|bz2|xz|zst|jar|alz|egg)$/i.test(path);
}

export function isCsv(path: string): boolean {
  return /\.(csv|tsv)$/i.test(path);
}
