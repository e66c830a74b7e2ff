import { NextIntlClientProvider } from 'next-intl';
import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import type { ProductDetail } from '@/lib/catalogue/types';
import ko from '@/messages/ko.json';
import {
  SIMILAR_COUNT,
  SimilarFrame,
  SimilarSkeleton,
  SimilarStrip,
  SimilarUnavailable,
  SimilarWarming,
} from './similar-strip';

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: () => undefined }) }));

const PRODUCT = { category: { id: 2, slug: 'snacks', title: { ko: '과자', en: 'Snacks' } } } as ProductDetail;

function html(element: ReactNode): string {
  const provided = { locale: 'ko' as const, messages: ko, timeZone: 'Asia/Seoul', children: element };
  return renderToStaticMarkup(createElement(NextIntlClientProvider, provided));
}

describe('look-alikes that are not there yet', () => {
  it('keeps the place of as many cards as will come', () => {
    expect(html(createElement(SimilarSkeleton)).match(/<li>/g)).toHaveLength(SIMILAR_COUNT);
  });

  it('says how far the index has loaded, to the eye and to a screen reader', () => {
    const shown = html(createElement(SimilarWarming, { fraction: 0.429 }));
    expect(shown).toContain('닮은 상품을 준비하고 있어요');
    expect(shown).toContain('사진 읽는 중, 42%');
    expect(shown).toContain('aria-valuenow="42"');
    expect(shown.match(/<li>/g)).toHaveLength(SIMILAR_COUNT);
  });

  it('leads to the category when nothing can be compared', () => {
    const shown = html(createElement(SimilarUnavailable, { product: PRODUCT }));
    expect(shown).toContain('지금은 닮은 상품을 보여 드릴 수 없어요');
    expect(shown).toContain('href="/shop/list?category=snacks"');
  });

  it('says so when nothing is alike', () => {
    expect(html(createElement(SimilarStrip, { items: [], trail: [] }))).toContain('닮은 상품이 아직 없어요');
  });
});

it('tells in the heading that the product is sold out and what is shown instead', () => {
  const heading = (inStock: boolean) => html(createElement(() => SimilarFrame({ inStock, children: null })));
  expect(heading(false)).toContain('품절이에요. 닮은 상품 중 지금 살 수 있는 것');
  expect(heading(true)).toContain('이 상품과 유사한 상품');
  expect(heading(true)).not.toContain('품절');
});
