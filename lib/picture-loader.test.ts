import { describe, expect, it } from 'vitest';
import pictureLoader, { PICTURE_WIDTHS, pictureAddress, pictureSource } from '@/lib/picture-loader';
import { PICTURE_WIDTHS as STORED_WIDTHS } from '@/lib/vision/picture-widths';

const picture = (width: number) => ({ src: '/media/ab/abcd', width });
const load = (largest: number, width: number) =>
  pictureLoader({ src: pictureSource(picture(largest)), width });

describe('picture loader', () => {
  it('knows the widths that registration stores', () => {
    expect(PICTURE_WIDTHS).toEqual(STORED_WIDTHS);
  });

  it('asks for the smallest stored width that is wide enough', () => {
    expect(load(1080, 160)).toBe('/media/ab/abcd/160.webp');
    expect(load(1080, 161)).toBe('/media/ab/abcd/320.webp');
    expect(load(1080, 640)).toBe('/media/ab/abcd/640.webp');
    expect(load(1080, 828)).toBe('/media/ab/abcd/1080.webp');
  });

  it('never asks for more than is stored', () => {
    expect(load(1080, 3840)).toBe('/media/ab/abcd/1080.webp');
    expect(load(1000, 1080)).toBe('/media/ab/abcd/1000.webp');
    expect(load(500, 1080)).toBe('/media/ab/abcd/500.webp');
    expect(load(90, 640)).toBe('/media/ab/abcd/90.webp');
  });

  it('asks for a picture’s own width rather than for a listed one that it lacks', () => {
    expect(load(500, 400)).toBe('/media/ab/abcd/500.webp');
    expect(load(640, 640)).toBe('/media/ab/abcd/640.webp');
  });

  it('gives the same address with and without next/image', () => {
    expect(pictureAddress(picture(1000), 1080)).toBe(load(1000, 1080));
  });

  it('does without the stored width: the media route then answers the nearest smaller', () => {
    expect(pictureLoader({ src: '/media/ab/abcd', width: 2000 })).toBe('/media/ab/abcd/1080.webp');
  });
});
