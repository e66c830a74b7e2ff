import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';
import { PICTURE_WIDTHS } from './lib/picture-loader';

const withNextIntl = createNextIntlPlugin('./lib/i18n/request.ts');

const [tiny, small, ...large] = PICTURE_WIDTHS;

/**
 * Scripts and styles come from us alone, and so does the WebAssembly that runs the network in a merchant's browser: a
 * worker obeys the policy of its own script's answer, so the word is needed on scripts as well as on pages. `unsafe-inline` is what Next's own streamed scripts need without a nonce,
 * and a nonce would need a proxy in front of every page; `unsafe-eval` is for the development server only.
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'${process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  // Pictures that were chosen and not sent yet are looked at by their blob's address.
  "connect-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Threads share memory on isolated pages only. A worker must ask for it as its page does, or it is not started. */
const isolation = [
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Embedder-Policy', value: 'require-corp' },
];

/** For addresses that change with what they serve. */
const FOR_EVER = { key: 'Cache-Control', value: 'public, max-age=31536000, immutable' };

const config: NextConfig = {
  poweredByHeader: false,
  // Native libraries that find their own files beside them: bundled, they would not.
  serverExternalPackages: ['onnxruntime-node', 'sharp', 'mysql2', 'ioredis', 'pino'],
  // Metadata costs a page nothing here, and decides between 200 and 404 before the first byte is sent.
  htmlLimitedBots: /.*/,
  // `forbidden()`: a page that says 403 where somebody is signed in but may not go.
  experimental: { authInterrupts: true },
  images: {
    loader: 'custom',
    loaderFile: './lib/picture-loader.ts',
    imageSizes: [tiny, small],
    deviceSizes: large,
  },
  async headers() {
    return [
      {
        source: '/:path*',
        headers: [
          { key: 'Content-Security-Policy', value: contentSecurityPolicy },
          { key: 'X-Content-Type-Options', value: 'nosniff' },
          { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
          { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
        ],
      },
      // Next's own header lets a page of a merchant be kept, as long as it is asked about again.
      ...['/admin/:path*', '/sign-in'].map((source) => ({
        source,
        headers: [
          { key: 'Cache-Control', value: 'no-store' },
          { key: 'X-Robots-Tag', value: 'noindex, nofollow' },
        ],
      })),
      // Signing in leads on without a new document: what its page is, the pages behind it are.
      ...['/admin/:path*', '/sign-in'].map((source) => ({ source, headers: isolation })),
      { source: '/_next/static/:path*', headers: isolation },
      { source: '/ort/:path*', headers: [...isolation, FOR_EVER] },
    ];
  },
};

export default withNextIntl(config);
