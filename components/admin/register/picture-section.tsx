'use client';

import { Camera, ImagePlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, type ReactNode } from 'react';
import { useDropzone } from 'react-dropzone';
import type { UploadLimits } from '@/lib/merchant/pictures/types';
import { GonePictures } from './gone-pictures';
import { PictureGrid } from './picture-grid';
import { gonePictures } from './pictures';
import { megabytesOf, useProblemWords } from './problem-words';
import { RefusedFiles } from './refused-files';
import type { PicturesInForm } from './use-pictures';

/** Types some systems do not count among the pictures. */
const ACCEPT = 'image/*,.heic,.heif,.avif';

/** Where pictures come in: dropped, pasted, chosen or taken; and what becomes of them. */
export function PictureSection({
  pictures: form,
  limits,
  missing,
}: {
  pictures: PicturesInForm;
  limits: UploadLimits;
  /** Whether saving was tried without one. */
  missing: boolean;
}) {
  const t = useTranslations('register');
  const words = useProblemWords(limits);
  const { getRootProps, getInputProps, isDragActive, open } = useDropzone({
    onDrop: (files) => form.add(files),
    ...{ noClick: true, noKeyboard: true, noPaste: true },
  });
  usePaste(form.add);
  const gone = gonePictures(form.pictures);
  const count = form.pictures.length - gone.length;
  const full = count >= limits.pictures;
  return (
    <section
      {...getRootProps({ role: 'region', tabIndex: undefined })}
      aria-labelledby="pictures-heading"
      className="relative"
    >
      <input {...getInputProps({ accept: ACCEPT, 'aria-hidden': true, id: 'picture-files' })} />
      <div className="flex items-baseline justify-between gap-4">
        <h2 id="pictures-heading" className="text-xl font-bold">
          {t('pictures')}
        </h2>
        <p className="text-sm text-soft tabular-nums">
          {t('pictureCount', { count, most: limits.pictures })}
        </p>
      </div>
      <GonePictures names={gone.map(({ name }) => name)} />
      <div className="mt-4">
        <PictureGrid form={form} words={words}>
          {!full && (
            <AddPictures
              open={open}
              add={form.add}
              limits={limits}
              first={form.pictures.length === 0}
              missing={missing}
            />
          )}
        </PictureGrid>
      </div>
      {missing && (
        <p id="pictures-problem" className="mt-3 text-sm font-medium text-twin">
          {t('pictureMissing')}
        </p>
      )}
      <RefusedFiles form={form} words={words} />
      {isDragActive && <DropHere>{t('dropHere')}</DropHere>}
    </section>
  );
}

/** A large field while there is no picture, afterwards one tile among them. */
function AddPictures({
  open,
  add,
  limits,
  first,
  missing,
}: {
  open: () => void;
  add: (files: readonly File[]) => void;
  limits: UploadLimits;
  first: boolean;
  missing: boolean;
}) {
  const t = useTranslations('register');
  const megabytes = megabytesOf(limits.bytes);
  const opener = {
    type: 'button',
    id: 'add-pictures',
    'data-missing': missing,
    'aria-describedby': missing ? 'pictures-problem' : undefined,
    onClick: open,
  } as const;
  if (!first)
    return (
      <li className="relative aspect-square">
        <button
          {...opener}
          className="grid size-full place-content-center place-items-center gap-2 rounded-2xl border-2 border-dashed border-line p-2 text-sm font-semibold text-soft transition-colors hover:border-ink hover:text-ink"
        >
          <ImagePlus aria-hidden="true" className="size-6" />
          {t('addMore')}
        </button>
        <CameraButton add={add} small />
      </li>
    );
  return (
    <li className="col-span-full">
      <div className="flex min-h-64 flex-col items-center justify-center gap-2 rounded-3xl border-2 border-dashed border-line bg-mist/60 px-5 py-10 text-center md:min-h-80">
        <ImagePlus aria-hidden="true" className="size-10 text-soft" strokeWidth={1.5} />
        <p className="mt-2 text-lg font-semibold text-balance">
          <span className="pointer-coarse:hidden">{t('dropFirst')}</span>
          <span className="hidden pointer-coarse:inline">{t('dropFirstTouch')}</span>
        </p>
        <p className="max-w-sm text-sm text-pretty text-soft">
          {t('formats', { pictures: limits.pictures, megabytes })}
        </p>
        <div className="mt-4 flex flex-wrap justify-center gap-3">
          <button
            {...opener}
            className="inline-flex min-h-12 items-center gap-2 rounded-full bg-ink px-6 font-semibold text-paper hover:bg-ink/85"
          >
            {t('choose')}
          </button>
          <CameraButton add={add} />
        </div>
      </div>
    </li>
  );
}

/** On devices that are held in the hand: opens their camera. */
function CameraButton({ add, small = false }: { add: (files: readonly File[]) => void; small?: boolean }) {
  const t = useTranslations('register');
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept="image/*"
        capture="environment"
        aria-label={t('camera')}
        onChange={({ currentTarget }) => {
          add([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
      <button
        type="button"
        onClick={() => input.current?.click()}
        className={
          small
            ? 'absolute right-2 bottom-2 hidden size-11 place-items-center rounded-full border border-line bg-paper pointer-coarse:grid'
            : 'hidden min-h-12 items-center gap-2 rounded-full border border-line bg-paper px-6 font-semibold hover:border-ink pointer-coarse:inline-flex'
        }
      >
        <Camera aria-hidden="true" className="size-5" />
        <span className={small ? 'sr-only' : ''}>{t('camera')}</span>
      </button>
    </>
  );
}

function DropHere({ children }: { children: ReactNode }) {
  return (
    <div className="pointer-events-none absolute -inset-3 z-20 grid place-items-center rounded-3xl border-2 border-ink bg-paper/85 text-xl font-bold">
      {children}
    </div>
  );
}

/** Pictures pasted anywhere on the page; pasted words are left to the field they were meant for. */
function usePaste(add: (files: readonly File[]) => void) {
  const latest = useRef(add);
  useEffect(() => {
    latest.current = add;
  });
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      latest.current(files);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, []);
}
