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

/** Of each policy one, where test files share a process (browser-setup.ts). */
let shared: Map<string | undefined, Promise<Browser>> | undefined;

/** From now on this process starts a browser once and keeps it until it ends: to close it closes its contexts only. */
export const shareBrowsers = (): void => void (shared ??= new Map());

/** A real browser with H.264 and Media Source Extensions. Close it when done; give each person a context of their own. */
export async function launchBrowser({ autoplayPolicy }: BrowserOptions = {}): Promise<Browser> {
  if (!shared) return start(autoplayPolicy);
  const kept = await shared.get(autoplayPolicy);
  if (kept?.isConnected()) return lent(kept);
  const started = start(autoplayPolicy);
  shared.set(autoplayPolicy, started);
  return lent(await started);
}

function start(autoplayPolicy: BrowserOptions['autoplayPolicy']): Promise<Browser> {
  const { executablePath, env } = findChromium();
  const policy = autoplayPolicy ? [`--autoplay-policy=${autoplayPolicy}`] : [];
  return chromium.launch({ executablePath, env: { ...process.env, ...env }, args: [...QUIET, ...policy] });
}

const lent = (browser: Browser): Browser =>
  new Proxy(browser, {
    get(target, name) {
      if (name === 'close')
        return async () => void (await Promise.all(target.contexts().map((context) => context.close())));
      const member: unknown = Reflect.get(target, name);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
