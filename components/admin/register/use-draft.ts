'use client';

import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Draft, PictureName, ProductFields } from '@/lib/merchant/register/types';
import { draftOf, forgetDraft, keepDraft, parseDraft, readDraft } from './draft';
import type { FormPicture } from './pictures';

const WRITTEN_AFTER_MS = 300;

const storage = () => window.localStorage;

const never = () => () => undefined;

/** The draft that was there when the page was opened; null on the server, and where there is none. */
export function useFoundDraft(key: string): Draft | null {
  const [read] = useState(() => once(() => parseDraft(readDraft(storage, key), Date.now())));
  return useSyncExternalStore(never, read, () => null);
}

export function discardDraft(key: string): void {
  forgetDraft(storage, key);
}

/**
 * Keeps what is unsaved in the browser, shortly after each change and when the page is left. The function it returns
 * forgets it for good: a write that was under way when the form was saved would offer the product as a draft again.
 */
export function useKeptDraft(
  key: string,
  fields: ProductFields,
  pictures: readonly FormPicture[],
  known: readonly PictureName[],
  unsaved: boolean,
): () => void {
  const over = useRef(false);
  const latest = useRef({ fields, pictures, known, unsaved });
  useEffect(() => {
    latest.current = { fields, pictures, known, unsaved };
  });

  const write = useCallback(() => {
    const now = latest.current;
    if (now.unsaved && !over.current)
      keepDraft(storage, key, draftOf(now.fields, now.pictures, now.known, Date.now()));
  }, [key]);

  useEffect(() => {
    const timer = setTimeout(write, WRITTEN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [fields, pictures, unsaved, write]);

  useEffect(() => {
    window.addEventListener('pagehide', write);
    return () => window.removeEventListener('pagehide', write);
  }, [write]);

  return useCallback(() => {
    over.current = true;
    discardDraft(key);
  }, [key]);
}

function once<T>(read: () => T): () => T {
  let kept: { readonly value: T } | null = null;
  return () => (kept ??= { value: read() }).value;
}
