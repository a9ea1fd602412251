import { h, render } from 'preact';
import { LocationProvider } from 'preact-iso/router';
import { readBoot, takeContainer } from '../page-boundary.ts';
import { Frame } from './frame.tsx';
import { APPLICATION } from './routes.tsx';
import { createShell, ShellContext, type Member } from './shell.ts';
import './shell.css';

const { viewer } = readBoot<{ viewer: Member }>();
const shell = createShell(viewer);
void shell.reloadOrganizations();

render(
  h(
    ShellContext.Provider,
    { value: shell },
    <LocationProvider scope={APPLICATION}>
      <Frame />
    </LocationProvider>,
  ),
  takeContainer(),
);
