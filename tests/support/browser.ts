import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { findChromium } from './chromium.ts';

export type BrowserOptions = {
  /** What may start to play by itself; Chromium's own rule when left out. */
  autoplayPolicy?: 'no-user-gesture-required' | 'user-gesture-required' | 'document-user-activation-required';
};

const QUIET = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A real browser with H.264 and Media Source Extensions. Close it when done; give each person a context of their own. */
export function launchBrowser({ autoplayPolicy }: BrowserOptions = {}): Promise<Browser> {
  const { executablePath, env } = findChromium();
  const policy = autoplayPolicy ? [`--autoplay-policy=${autoplayPolicy}`] : [];
  return chromium.launch({ executablePath, env: { ...process.env, ...env }, args: [...QUIET, ...policy] });
}
