import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./lib/i18n/request.ts');

const config: NextConfig = {
  // Native libraries that find their own files beside them: bundled, they would not.
  serverExternalPackages: ['onnxruntime-node', 'sharp', 'mysql2', 'ioredis', 'pino'],
};

export default withNextIntl(config);
