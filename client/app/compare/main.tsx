import { render } from 'preact';
import { SiteHeader } from '#client/ui/site-header.tsx';
import { readBoot, takeContainer } from '../page-boundary.ts';
import { createCompare, type CompareBoot } from './compare.ts';
import { ComparePage } from './compare-page.tsx';
import './compare.css';

const boot = readBoot<CompareBoot>();
render(
  <>
    <SiteHeader viewer={boot.viewer} />
    <ComparePage compare={createCompare(boot)} />
  </>,
  takeContainer(),
);
