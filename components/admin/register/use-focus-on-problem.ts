'use client';

import { useEffect, useState, type RefObject } from 'react';

/** Moves the focus to the first thing that is wrong, once it is drawn as such. */
export function useFocusOnProblem(form: RefObject<HTMLFormElement | null>): () => void {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (turn === 0) return;
    const wrong = form.current?.querySelector<HTMLElement>('[data-missing=true], [aria-invalid=true]');
    wrong?.focus();
    wrong?.scrollIntoView({ block: 'center' });
  }, [turn, form]);
  return () => setTurn((before) => before + 1);
}
