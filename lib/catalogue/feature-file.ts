import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { LoggedChange } from '@/db/queries/changes';
import { checksum } from '@/lib/engine';
import { DalmaError, messageOf } from '@/lib/errors';
import { log } from '@/lib/log';

const FORMAT = 'dalma feature file, version 1';
/** Where the parts of a file begin: what it holds, how far it is, record 0. */
const KIND_AT = 0;
const MARK_AT = 1_024;
const RECORDS_AT = 4_096;
/** Before a record's payload: picture number and checksum. */
const RECORD_HEAD = 8;

/** What a file holds. A file of anything else is of no use. */
export interface FeatureKind {
  readonly modelId: string;
  readonly name: 'features' | 'intensities';
  /** Bytes per picture, a multiple of 4. */
  readonly payloadBytes: number;
}

/** How far a file is. */
export interface FeatureMark {
  /** Every picture up to this number whose bytes the database had then was offered to the file once. */
  readonly filledTo: number;
  /**
   * The change log's last row before the last record was written: a log without it belongs to another database. Null
   * while nothing may be written: records without it would be believed in any database.
   */
  readonly horizon: LoggedChange | null;
}

const markSchema = z.strictObject({
  filledTo: z.int().min(0),
  horizon: z
    .strictObject({ seq: z.int(), productId: z.int(), at: z.iso.datetime().pipe(z.coerce.date()) })
    .nullable(),
});

const AT_THE_START: FeatureMark = { filledTo: 0, horizon: null };

/**
 * What pictures are compared by, in a file of this machine: record n belongs to picture number n, at a place that
 * follows from n. The file is a copy and is never believed: each record proves itself by its number and checksum, so
 * one that is missing, torn, damaged or another picture's is simply not there, and may be written again. What is
 * written for a picture is always the same, so several processes may use one file, and nothing is lost with it.
 *
 * Reads and writes are synchronous: a record in the page cache is read in less time than an asynchronous call takes.
 * Failures of the disk are said once, and are no failures of the search: nothing is there any more, nothing is kept.
 */
export class FeatureFile {
  readonly #record: Uint8Array;
  readonly #words: Uint32Array;
  readonly #payload: Uint8Array;
  readonly #number: Uint32Array;
  readonly #payloadWords: Uint32Array;
  #mark: FeatureMark;
  #readable = true;
  #writable = true;
  #closed = false;

  private constructor(
    readonly path: string,
    readonly kind: FeatureKind,
    private readonly fd: number,
    mark: FeatureMark,
  ) {
    this.#record = new Uint8Array(RECORD_HEAD + kind.payloadBytes);
    this.#words = new Uint32Array(this.#record.buffer);
    this.#payload = this.#record.subarray(RECORD_HEAD);
    this.#number = this.#words.subarray(0, 1);
    this.#payloadWords = this.#words.subarray(RECORD_HEAD / 4);
    this.#mark = mark;
  }

  /**
   * Opens the file, or makes it. One that holds something else, or is older than this format, is removed.
   * @throws what the file system says when there can be no file
   */
  static open(file: string, kind: FeatureKind): FeatureFile {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    if (!fs.existsSync(file)) make(file, kind);
    const fd = fs.openSync(file, 'r+');
    // Another process may be writing its mark at this moment: what is half new is looked at again.
    const mark = readMark(fd, kind) ?? readMark(fd, kind);
    if (mark) return new FeatureFile(file, kind, fd, mark);
    const unusable = new FeatureFile(file, kind, fd, AT_THE_START);
    if (!unusable.discard(`it does not begin with "${describe(kind)}"`))
      throw new DalmaError(`${file} is no feature file and cannot be removed. Remove it, or set INDEX_DIR.`);
    make(file, kind);
    return new FeatureFile(file, kind, fs.openSync(file, 'r+'), AT_THE_START);
  }

  /** As it is in the file now: whoever else uses the file moves it on. */
  get mark(): FeatureMark {
    if (this.#readable) this.#mark = this.#lookAtMark() ?? this.#mark;
    return this.#mark;
  }

  /** Whether records can still be written. */
  get writable(): boolean {
    return this.#writable;
  }

  /** The picture's bytes, good until the next call; null if they are not there. */
  read(imageId: number): Uint8Array | null {
    if (!this.#readable) return null;
    try {
      const length = fs.readSync(this.fd, this.#record, 0, this.#record.length, this.#placeOf(imageId));
      const whole = length === this.#record.length && this.#words[0] === imageId;
      return whole && this.#words[1] === this.#checksum() ? this.#payload : null;
    } catch (error) {
      this.#readable = false;
      this.#say(error, 'cannot be read');
      return null;
    }
  }

  /** Keeps the picture's bytes, if the disk lets it. */
  write(imageId: number, payload: Uint8Array): void {
    this.#words[0] = imageId;
    this.#payload.set(payload);
    this.#words[1] = this.#checksum();
    this.#put(this.#record, this.#placeOf(imageId));
  }

  /**
   * Notes how far the file is, never less far than it says already. Must be done before a record is written that a
   * later change of the log brought.
   */
  note({ filledTo = 0, horizon = null }: Partial<FeatureMark>): void {
    const { mark } = this;
    this.#mark = {
      filledTo: Math.max(mark.filledTo, filledTo),
      horizon: laterOf(mark.horizon, horizon),
    };
    this.#put(Buffer.from(`${JSON.stringify(this.#mark)}\0`), MARK_AT);
  }

  /**
   * Closes the file and removes it, for `why`; the next `open` makes a new one. It is a copy: nothing is lost. If
   * another has done so already, the new one stays.
   * @returns whether it is gone; if the disk forbids that, the log says so
   */
  discard(why: string): boolean {
    if (this.#closed) return true;
    try {
      if (!isSame(this.fd, this.path)) return true;
      fs.rmSync(this.path, { force: true });
      log().warn({ file: this.path, why }, 'This feature file cannot be used: removed, a new one is begun');
      return true;
    } catch (error) {
      this.#say(error, 'cannot be used, nor removed');
      return false;
    } finally {
      this.close();
    }
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#readable = false;
    this.#writable = false;
    fs.closeSync(this.fd);
  }

  #lookAtMark(): FeatureMark | null {
    try {
      return readMark(this.fd, this.kind);
    } catch (error) {
      this.#readable = false;
      this.#say(error, 'cannot be read');
      return null;
    }
  }

  #put(bytes: Uint8Array, place: number): void {
    if (!this.#writable) return;
    try {
      fs.writeSync(this.fd, bytes, 0, bytes.length, place);
    } catch (error) {
      this.#writable = false;
      this.#say(error, 'cannot be written');
    }
  }

  #placeOf(imageId: number): number {
    return RECORDS_AT + imageId * this.#record.length;
  }

  /** Of number and payload. */
  #checksum(): number {
    return checksum(this.#payloadWords, checksum(this.#number));
  }

  #say(error: unknown, what: string): void {
    const said = { file: this.path, error: messageOf(error) };
    log().error(said, `The feature file ${what}; the database is asked instead until the next start`);
  }
}

function describe({ modelId, name, payloadBytes }: FeatureKind): string {
  return `${FORMAT}: ${name} by ${modelId}, ${payloadBytes} bytes`;
}

/** Makes the file whole under another name first; if another process has made it meanwhile, that one stays. */
function make(file: string, kind: FeatureKind): void {
  const draft = `${file}.${randomUUID()}.draft`;
  const kindText = paddedText(describe(kind), MARK_AT - KIND_AT);
  fs.writeFileSync(
    draft,
    Buffer.concat([kindText, paddedText(JSON.stringify(AT_THE_START), RECORDS_AT - MARK_AT)]),
  );
  try {
    fs.linkSync(draft, file);
  } catch (error) {
    // Not every file system has links; there, of two processes' files the later one stays.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') fs.renameSync(draft, file);
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

/** Null: the file is none of this kind, or has no mark that can be read. */
function readMark(fd: number, kind: FeatureKind): FeatureMark | null {
  const head = Buffer.alloc(RECORDS_AT);
  fs.readSync(fd, head, 0, RECORDS_AT, 0);
  if (textOf(head.subarray(KIND_AT, MARK_AT)) !== describe(kind)) return null;
  try {
    return markSchema.parse(JSON.parse(textOf(head.subarray(MARK_AT))));
  } catch {
    return null;
  }
}

function laterOf(a: LoggedChange | null, b: LoggedChange | null): LoggedChange | null {
  return a && b ? (b.seq >= a.seq ? b : a) : (a ?? b);
}

/** Whether the path still leads to what was opened. */
function isSame(fd: number, file: string): boolean {
  const [opened, there] = [fs.fstatSync(fd), fs.statSync(file, { throwIfNoEntry: false })];
  return opened.ino === there?.ino && opened.dev === there.dev;
}

function paddedText(text: string, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.write(text);
  return bytes;
}

function textOf(bytes: Buffer): string {
  const end = bytes.indexOf(0);
  return bytes.toString('utf8', 0, end === -1 ? bytes.length : end);
}
