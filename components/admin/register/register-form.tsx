'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useReducer, useRef, type FormEvent, type ReactNode } from 'react';
import type { Category } from '@/lib/catalogue/types';
import type { UploadLimits } from '@/lib/merchant/pictures/types';
import {
  refusedFields,
  type FieldName,
  type PictureName,
  type ProductFields,
  type SaveAnswer,
  type SaveRequest,
} from '@/lib/merchant/register/types';
import type { BrowserModel } from '@/lib/vision/browser';
import { NetworkPreview, type FindSimilar } from '../preview/network-preview';
import { useLeaveWarning } from '../shell/use-leave-warning';
import type { FieldState } from './field';
import { formAfter, freshForm, sameFields, shownProblems, untouchedFields } from './form-state';
import { LiveProgress } from './live-progress';
import { PictureSection } from './picture-section';
import { countOf, toSave, type FormPicture } from './pictures';
import { ProblemSummary } from './problem-summary';
import { ProductFieldset } from './product-fields';
import { progressOf } from './progress';
import { SaveBar } from './save-bar';
import { SavedPanel } from './saved-panel';
import { useKeptDraft } from './use-draft';
import { useOwnFiles } from './use-own-files';
import { useFocusOnProblem } from './use-focus-on-problem';
import { useKnownPictures } from './use-known-pictures';
import { usePictures } from './use-pictures';
import { useSave } from './use-save';

/** What the page knows of the product and its merchant. */
export interface RegisterContext {
  readonly categories: readonly Category[];
  readonly families: readonly string[];
  readonly limits: UploadLimits;
  /** For whom an admin works; null for a merchant, who works for himself. */
  readonly merchantId: number | null;
  /** Whether the product exists already: its sku is fixed then. */
  readonly exists: boolean;
  /** Where the browser keeps what is unsaved. */
  readonly draftKey: string;
  /** The form as the server has it. */
  readonly saved: Contents;
  readonly save: (request: SaveRequest) => Promise<SaveAnswer>;
  readonly preview: { readonly model: BrowserModel | null; readonly findSimilar: FindSimilar };
}

export interface Contents {
  readonly fields: ProductFields;
  readonly pictures: readonly FormPicture[];
  /** Pictures an earlier form with these contents has had; left out: those of the server. */
  readonly known?: readonly PictureName[];
}

/** A product's pictures and words, from a draft or as saved, until they are saved. */
export function RegisterForm({
  context,
  start,
  actions,
}: {
  context: RegisterContext;
  start: Contents;
  /** What else can be done with the product. */
  actions?: ReactNode;
}) {
  const t = useTranslations('register');
  const locale = useLocale();
  const { limits, saved, draftKey } = context;
  const [form, tell] = useReducer(formAfter, start.fields, freshForm);
  const pictures = usePictures(start.pictures, limits, context.merchantId);
  const known = useKnownPictures(start.known ?? toSave(saved.pictures), pictures.pictures);
  const progress = progressOf(pictures.pictures);
  const request = (): SaveRequest => ({
    fields: form.fields,
    pictures: toSave(pictures.pictures),
    known,
    untouched: [
      ...untouchedFields(form.fields, saved.fields),
      ...(samePictures(pictures.pictures, saved.pictures) ? (['pictures'] as const) : []),
    ],
  });
  const { saving, start: startSaving, stop } = useSave(context.save, request, progress, onEnd);
  const problems = shownProblems(form);
  const pictureMissing =
    form.tried && countOf(pictures.pictures, 'queued', 'uploading', 'reading', 'ready') === 0;
  const ownFiles = useOwnFiles(pictures.pictures);
  const element = useRef<HTMLFormElement>(null);
  const focusOnProblem = useFocusOnProblem(element);
  const done = saving.phase === 'saved';
  const unsaved =
    !done && (!sameFields(form.fields, saved.fields) || !samePictures(pictures.pictures, saved.pictures));
  const forgetDraft = useKeptDraft(draftKey, form.fields, pictures.pictures, known, unsaved);
  useLeaveWarning(unsaved, t('leave'));

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (saving.phase !== 'editing') return;
    tell({ type: 'tried' });
    const tried = formAfter({ ...form, refused: {} }, { type: 'tried' });
    tell({ type: 'refused', problems: {} });
    const wrong = Object.keys(shownProblems(tried)).length > 0 || !hasPicture(pictures.pictures);
    if (wrong) focusOnProblem();
    else startSaving();
  }

  function onEnd(answer: SaveAnswer) {
    if (answer.ok) return forgetDraft();
    if (answer.error.fields?.pictures !== undefined) pictures.check();
    const refused = refusedFields(answer.error.fields);
    tell({ type: 'refused', problems: refused });
    if (Object.keys(refused).length > 0) focusOnProblem();
  }

  const field = (name: FieldName): FieldState => ({
    value: form.fields[name],
    problem: problems[name],
    set: (text) => tell({ type: 'typed', field: name, text }),
    leave: () => tell({ type: 'left', field: name }),
  });

  if (done)
    return (
      <SavedPanel
        id={saving.id}
        title={form.fields[locale === 'ko' ? 'titleKo' : 'titleEn']}
        progress={progress}
      />
    );
  return (
    <form ref={element} noValidate onSubmit={onSubmit} aria-label={t('form')}>
      <div className="wrap">
        {form.tried && <ProblemSummary problems={problems} pictureMissing={pictureMissing} />}
        <div className="grid gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
          <div className="grid content-start gap-10">
            <PictureSection pictures={pictures} limits={limits} missing={pictureMissing} />
            <NetworkPreview pictures={ownFiles} {...context.preview} />
          </div>
          <ProductFieldset
            field={field}
            categories={context.categories}
            families={context.families}
            skuFixed={context.exists}
          />
        </div>
      </div>
      <LiveProgress progress={progress} />
      <SaveBar
        saving={saving}
        progress={progress}
        onStop={stop}
        label={t(context.exists ? 'saveChanges' : 'register')}
      >
        {actions}
      </SaveBar>
    </form>
  );
}

function hasPicture(pictures: readonly FormPicture[]): boolean {
  return pictures.some(({ phase }) => phase !== 'failed');
}

function samePictures(a: readonly FormPicture[], b: readonly FormPicture[]): boolean {
  return a.length === b.length && a.every(({ key }, index) => key === b[index]?.key);
}
