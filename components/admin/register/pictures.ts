import type { PictureJob } from '@/lib/merchant/pictures/types';
import type { PictureName } from '@/lib/merchant/register/types';
import { pictureSource } from '@/lib/picture-loader';

/**
 * The pictures of the form as a reducer: what is waiting, under way, read, ready or failed, and in which order. It
 * knows nothing of React, files or the network, so that every course of events can be tried in a test.
 */

export type PicturePhase = 'queued' | 'uploading' | 'reading' | 'ready' | 'failed';

export interface FormPicture {
  /** Its name in the form, the same from the file to the saved product. */
  readonly key: string;
  readonly name: string;
  /** The chosen file as an address of this page; null for what comes from a draft or the catalogue. */
  readonly src: string | null;
  /** Source of the stored picture for next/image, once the server has made one. */
  readonly stored: string | null;
  readonly file: Blob | null;
  readonly phase: PicturePhase;
  /** Share of the file that is sent, 0 … 1. */
  readonly sent: number;
  readonly problem: string | null;
  /** Its job on the server, from the end of the upload on. */
  readonly job: number | null;
  /** Its number in the catalogue, if it belongs to the product already. */
  readonly image: number | null;
}

/** What the server says of a job. */
export type JobNews = Pick<PictureJob, 'id' | 'state' | 'errorCode' | 'src' | 'width'>;

type NewPicture = Pick<FormPicture, 'key' | 'name' | 'src' | 'file'>;

export type PictureEvent =
  | { readonly type: 'added'; readonly pictures: readonly NewPicture[] }
  | { readonly type: 'started'; readonly key: string }
  | { readonly type: 'sent'; readonly key: string; readonly share: number }
  | { readonly type: 'uploaded'; readonly key: string; readonly job: number }
  | { readonly type: 'broke'; readonly key: string; readonly problem: string }
  | { readonly type: 'news'; readonly jobs: readonly JobNews[] }
  | { readonly type: 'gone'; readonly jobs: readonly number[] }
  | { readonly type: 'retried'; readonly key: string }
  | { readonly type: 'removed'; readonly key: string }
  | { readonly type: 'moved'; readonly key: string; readonly to: number };

type Pictures = readonly FormPicture[];

export const UPLOADS_AT_ONCE = 3;

/** The problem of a picture that the server keeps no longer, and this page neither: it has to be chosen again. */
const GONE = 'gone';

export function picturesAfter(pictures: Pictures, event: PictureEvent): Pictures {
  switch (event.type) {
    case 'added':
      return event.pictures.map(newPicture).reduce(withPicture, pictures);
    case 'started':
      return change(pictures, event.key, { phase: 'uploading', sent: 0, problem: null });
    case 'sent':
      return change(pictures, event.key, { sent: Math.min(1, Math.max(0, event.share)) });
    case 'uploaded':
      return change(pictures, event.key, { phase: 'reading', sent: 1, job: event.job });
    case 'broke':
      return change(pictures, event.key, { phase: 'failed', problem: event.problem });
    case 'news':
      return pictures.map((picture) => told(picture, event.jobs));
    case 'gone':
      return pictures.map((one) => (one.job !== null && event.jobs.includes(one.job) ? sentAnew(one) : one));
    case 'retried':
      return pictures.map((picture) => (picture.key === event.key ? again(picture) : picture));
    case 'removed':
      return pictures.filter(({ key }) => key !== event.key);
    case 'moved':
      return moved(pictures, event.key, event.to);
  }
}

/** Keys of the pictures whose upload may begin now: in order, and never more than three under way. */
export function toUpload(pictures: Pictures): string[] {
  const underWay = pictures.filter(({ phase }) => phase === 'uploading').length;
  const waiting = pictures.filter(({ phase }) => phase === 'queued').map(({ key }) => key);
  return waiting.slice(0, Math.max(0, UPLOADS_AT_ONCE - underWay));
}

/** Jobs whose state may still change. */
export function toWatch(pictures: Pictures): number[] {
  return pictures.flatMap(({ job, phase }) => (job !== null && phase === 'reading' ? [job] : []));
}

/** Jobs of the pictures shown, however they are doing. */
export function jobsOf(pictures: Pictures): number[] {
  return pictures.flatMap(({ job }) => job ?? []);
}

/** Pictures that have to be chosen again. */
export function gonePictures(pictures: Pictures): FormPicture[] {
  return pictures.filter(isGone);
}

/**
 * What is saved, in the order shown: every picture the server has. One that failed there stays the product's too, so
 * that it can be tried again or removed on its page; shoppers see the others.
 */
export function toSave(pictures: Pictures): PictureName[] {
  return pictures.flatMap(({ job, image }): PictureName[] => {
    if (image !== null) return [{ image }];
    return job === null ? [] : [{ job }];
  });
}

/** The known pictures and those that have come to the form; the same list as long as none has. */
export function knownWith(known: readonly PictureName[], pictures: Pictures): readonly PictureName[] {
  const names = new Set(known.map(nameOf));
  const fresh = toSave(pictures).filter((one) => !names.has(nameOf(one)));
  return fresh.length === 0 ? known : [...known, ...fresh];
}

/** How many files have not arrived at the server yet. */
export function unsentCount(pictures: Pictures): number {
  return pictures.filter(({ phase }) => phase === 'queued' || phase === 'uploading').length;
}

/** A picture the product has already, or that is still on its way to it. */
export function asFormPicture(
  own:
    { readonly image: number; readonly src: string; readonly width: number } | { readonly job: PictureJob },
): FormPicture {
  const blank = {
    name: '',
    src: null,
    stored: null,
    file: null,
    sent: 1,
    problem: null,
    job: null,
    image: null,
  };
  if ('image' in own)
    return {
      ...blank,
      key: `image-${own.image}`,
      phase: 'ready',
      stored: pictureSource(own),
      image: own.image,
    };
  const { job } = own;
  return told({ ...blank, key: `job-${job.id}`, name: job.fileName, phase: 'reading', job: job.id }, [job]);
}

export function countOf(pictures: Pictures, ...phases: readonly PicturePhase[]): number {
  return pictures.filter(({ phase }) => phases.includes(phase)).length;
}

const nameOf = (name: PictureName) => ('job' in name ? `job ${name.job}` : `image ${name.image}`);

function newPicture({ key, name, src, file }: NewPicture): FormPicture {
  return {
    key,
    name,
    src,
    file,
    stored: null,
    phase: 'queued',
    sent: 0,
    problem: null,
    job: null,
    image: null,
  };
}

/** One chosen again under its name takes the place of the one that is gone; any other comes last. */
function withPicture(pictures: Pictures, fresh: FormPicture): Pictures {
  const gone = pictures.find((one) => isGone(one) && one.name === fresh.name);
  return gone ? pictures.map((one) => (one === gone ? fresh : one)) : [...pictures, fresh];
}

function isGone({ phase, problem }: FormPicture): boolean {
  return phase === 'failed' && problem === GONE;
}

/** What the server no longer has: sent again where this page still has the file, else to be chosen again. */
function sentAnew(picture: FormPicture): FormPicture {
  const blank = { ...picture, job: null, stored: null, sent: 0 };
  if (picture.file) return { ...blank, phase: 'queued', problem: null };
  return { ...blank, phase: 'failed', problem: GONE };
}

function change(pictures: Pictures, key: string, to: Partial<FormPicture>): Pictures {
  return pictures.map((picture) => (picture.key === key ? { ...picture, ...to } : picture));
}

function told(picture: FormPicture, news: readonly JobNews[]): FormPicture {
  const job = news.find(({ id }) => id === picture.job);
  if (!job) return picture;
  const stored = storedSource(job) ?? picture.stored;
  if (job.state === 'failed')
    return { ...picture, stored, phase: 'failed', problem: job.errorCode ?? 'unexpected' };
  const done = job.state === 'ready' || job.state === 'attached';
  return { ...picture, stored, phase: done ? 'ready' : 'reading', problem: null };
}

function storedSource({ src, width }: JobNews): string | null {
  return src !== null && width !== null ? pictureSource({ src, width }) : null;
}

/** A picture that arrived is read again; one that did not is sent again. */
function again(picture: FormPicture): FormPicture {
  return { ...picture, phase: picture.job === null ? 'queued' : 'reading', sent: 0, problem: null };
}

function moved(pictures: Pictures, key: string, to: number): Pictures {
  const picture = pictures.find((one) => one.key === key);
  if (!picture) return pictures;
  const others = pictures.filter((one) => one.key !== key);
  const place = Math.min(Math.max(0, to), others.length);
  return [...others.slice(0, place), picture, ...others.slice(place)];
}
