import '../demo/dotenv';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findBinary } from '../services/find-binary';
import { installPackages } from '../services/install-packages';
import { SetupError } from '../services';

const MISSING = {
  what: 'A browser for the journeys',
  apt: ['chromium'],
  otherwise:
    'type `npx playwright install chromium`, or install Chromium or Chrome and set CHROMIUM_PATH to its program.',
};

const ON_MACOS = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** Path of a Chromium: the one of CHROMIUM_PATH, the machine's, Playwright's own, or one installed now. */
export async function chromiumPath(): Promise<string> {
  const given = process.env.CHROMIUM_PATH;
  if (given && !existsSync(given)) {
    throw new SetupError(`CHROMIUM_PATH names ${given}, which does not exist: correct it or unset it.`);
  }
  const found = given || findBrowser();
  if (found) return found;
  await installPackages(MISSING);
  const installed = findBrowser();
  if (!installed) throw new SetupError(`${MISSING.what} is not installed: ${MISSING.otherwise}`);
  return installed;
}

const findBrowser = () =>
  findBinary('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable') ??
  [ON_MACOS, chromium.executablePath()].find((path) => path && existsSync(path));
