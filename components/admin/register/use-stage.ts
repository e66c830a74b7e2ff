'use client';

import { useEffect, useState } from 'react';
import { STAGES, type Stage } from '@/lib/merchant/register/types';

const FIRST_MS = 300;
const LONGEST_MS = 3_000;

/** How far a saved product has come, asked for until it cannot come further; null before the first answer. */
export function useStage(id: number): Stage | null {
  const [stage, setStage] = useState<Stage | null>(null);
  useEffect(() => {
    let pause = FIRST_MS;
    let timer: ReturnType<typeof setTimeout>;
    let stopped = false;
    async function ask() {
      const now = await stageOf(id);
      if (stopped) return;
      if (now) setStage(now);
      if (now === 'found' || now === 'sold-out') return;
      pause = Math.min(LONGEST_MS, pause * 1.15);
      timer = setTimeout(() => void ask(), pause);
    }
    void ask();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [id]);
  return stage;
}

async function stageOf(id: number): Promise<Stage | null> {
  try {
    const answer = await fetch(`/admin/products/${id}/stage`, { cache: 'no-store' });
    const { stage } = (await answer.json()) as { readonly stage?: unknown };
    return STAGES.find((one) => one === stage) ?? null;
  } catch {
    return null;
  }
}
