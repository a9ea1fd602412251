import { h, render } from 'preact';
import { readBoot, takeContainer } from '../page-boundary.ts';
import type { WatchBoot } from './boot.ts';
import { seekToLinkedMoment } from './linked-moment.ts';
import { resumeWhereLeft } from './progress/resume.ts';
import { createWatch, WatchProvider } from './watch.ts';
import { WatchPage } from './watch-page.tsx';
import './watch.css';

const watch = createWatch(readBoot<WatchBoot>());
seekToLinkedMoment(watch);
resumeWhereLeft(watch);
// Preact's types do not take a provider as a tag.
render(h(WatchProvider, { value: watch }, <WatchPage />), takeContainer());
