import { defineConfig } from '@playwright/test';

/**
 * Journeys on the built shop that already runs at E2E_BASE_URL, over a seeded catalogue whose DATABASE_URL is set:
 * some of them change it from outside, with the operator's command line.
 */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // A journey left alone by mistake would hide all others.
  forbidOnly: true,
  retries: 0,
  workers: 2,
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? 'test-results/e2e.json' }],
  ],
  use: {
    baseURL: process.env.E2E_BASE_URL ?? 'http://localhost:3000',
    locale: 'ko-KR',
    trace: 'retain-on-failure',
    launchOptions: {
      // Unset: Playwright's own.
      executablePath: process.env.CHROMIUM_PATH || undefined,
      // The browser's own sandbox refuses to run as root.
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
  // A journey that does not depend on the screen is tagged with the one it is made on.
  projects: [
    {
      name: 'mobile',
      grepInvert: /@desktop/,
      use: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
    },
    { name: 'desktop', grepInvert: /@mobile/, use: { viewport: { width: 1440, height: 900 } } },
  ],
});
