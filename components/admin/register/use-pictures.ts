'use client';

import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { UploadLimits } from '@/lib/merchant/pictures/types';
import { chooseFiles, type Refused } from './choose-files';
import { gonePictures, jobsOf, picturesAfter, toUpload, toWatch, type FormPicture } from './pictures';
import { askJobs, cancelJob, jobStream, retryJob, uploadAddress } from './uploads-api';
import { uploadFile } from './upload-file';
import { watchJobs } from './watch-jobs';

export interface RefusedFile {
  readonly key: string;
  readonly name: string;
  readonly problem: Refused<File>['problem'];
}

export interface PicturesInForm {
  readonly pictures: readonly FormPicture[];
  /** Files that were not taken, until the message is closed. */
  readonly refused: readonly RefusedFile[];
  add(files: readonly File[]): void;
  remove(key: string): void;
  retry(key: string): void;
  move(key: string, to: number): void;
  dismiss(key: string): void;
  /** Asks the server which of the pictures it still has: those it has not are sent again, or asked for. */
  check(): void;
}

/**
 * The pictures of the form, and all that happens to them: sent three at a time, followed on the server until they are
 * read, taken away. Transfers end with the page.
 * @param merchantId for whom an admin uploads; null for a merchant
 */
export function usePictures(
  start: readonly FormPicture[],
  limits: UploadLimits,
  merchantId: number | null,
): PicturesInForm {
  const [pictures, tell] = useReducer(picturesAfter, start);
  const [refused, setRefused] = useState<readonly RefusedFile[]>([]);
  const transfers = useTransfers(pictures, tell, merchantId);
  useNews(pictures, tell);

  function add(files: readonly File[]) {
    const taken = pictures.length - gonePictures(pictures).length;
    const chosen = chooseFiles(files, taken, limits);
    tell({ type: 'added', pictures: chosen.accepted.map(asPicture) });
    setRefused((before) => [...before, ...chosen.refused.map(asRefused)]);
  }

  function remove(key: string) {
    const picture = pictures.find((one) => one.key === key);
    transfers.cancel(key);
    if (picture?.src) URL.revokeObjectURL(picture.src);
    if (picture && picture.job !== null) void cancelJob(picture.job);
    tell({ type: 'removed', key });
  }

  async function retry(key: string) {
    const job = pictures.find((one) => one.key === key)?.job ?? null;
    const problem = job === null ? null : await retryJob(job);
    tell(problem ? { type: 'broke', key, problem } : { type: 'retried', key });
  }

  async function check() {
    const ids = jobsOf(pictures);
    if (ids.length === 0) return;
    const jobs = await askJobs(ids).catch(() => null);
    if (!jobs) return;
    tell({ type: 'news', jobs });
    tell({ type: 'gone', jobs: ids.filter((id) => !jobs.some((job) => job.id === id)) });
  }

  return {
    ...{ pictures, refused, add, remove },
    retry: (key) => void retry(key),
    check: () => void check(),
    move: (key, to) => tell({ type: 'moved', key, to }),
    dismiss: (key) => setRefused((before) => before.filter((one) => one.key !== key)),
  };
}

type Tell = (event: Parameters<typeof picturesAfter>[1]) => void;

/** Begins the uploads whose turn it is. */
function useTransfers(pictures: readonly FormPicture[], tell: Tell, merchantId: number | null) {
  const running = useRef(new Map<string, AbortController>());

  const send = useCallback(
    async ({ key, file, name }: FormPicture) => {
      if (!file || running.current.has(key)) return;
      const controller = new AbortController();
      running.current.set(key, controller);
      tell({ type: 'started', key });
      const onShare = (share: number) => tell({ type: 'sent', key, share });
      const address = uploadAddress(merchantId);
      const upload = await uploadFile({ address, file, name, onShare, signal: controller.signal });
      running.current.delete(key);
      if (!upload) return;
      tell(
        upload.ok
          ? { type: 'uploaded', key, job: upload.job }
          : { type: 'broke', key, problem: upload.problem },
      );
    },
    [tell, merchantId],
  );

  useEffect(() => {
    const turn = new Set(toUpload(pictures));
    for (const picture of pictures) if (turn.has(picture.key)) void send(picture);
  }, [pictures, send]);

  useEffect(() => {
    const transfers = running.current;
    return () => transfers.forEach((controller) => controller.abort());
  }, []);

  return { cancel: (key: string) => running.current.get(key)?.abort() };
}

/** Follows the jobs that are not done; the stream is opened anew when there are others. */
function useNews(pictures: readonly FormPicture[], tell: Tell) {
  const ids = toWatch(pictures)
    .toSorted((a, b) => a - b)
    .join();
  useEffect(() => {
    if (ids === '') return;
    return watchJobs(
      ids.split(',').map(Number),
      { stream: jobStream, ask: askJobs },
      { onNews: (jobs) => tell({ type: 'news', jobs }), onGone: (jobs) => tell({ type: 'gone', jobs }) },
    );
  }, [ids, tell]);
}

let keysMade = 0;

/** Not `crypto.randomUUID`, which browsers keep from pages without https. */
function freshKey(): string {
  keysMade += 1;
  return `file-${keysMade}`;
}

function asPicture(file: File) {
  return { key: freshKey(), name: file.name, src: URL.createObjectURL(file), file };
}

function asRefused({ file, problem }: Refused<File>): RefusedFile {
  return { key: freshKey(), name: file.name, problem };
}
