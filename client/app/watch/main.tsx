import { h, render } from 'preact';
import { readBoot, takeContainer } from '../page-boundary.ts';
import type { WatchBoot } from './boot.ts';
import { createWatch, WatchProvider } from './watch.ts';
import { WatchPage } from './watch-page.tsx';
import './watch.css';

const watch = createWatch(readBoot<WatchBoot>());
// Preact's types do not take a provider as a tag.
render(h(WatchProvider, { value: watch }, <WatchPage />), takeContainer());

/** Not every browser tells when it is idle. */
const WAIT_MS = 2000;
const fetchRest = () => void import('./idle-parts.ts').catch(() => undefined);
if ('requestIdleCallback' in window) requestIdleCallback(fetchRest, { timeout: WAIT_MS });
else setTimeout(fetchRest, WAIT_MS);
