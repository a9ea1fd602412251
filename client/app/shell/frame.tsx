import { Icon } from '#client/ui/app-icon.tsx';
import { ToastShelf } from '#client/ui/toast-shelf.tsx';
import { JobTray } from './job-tray.tsx';
import { OrganizationSwitch } from './organization-switch.tsx';
import { Rail } from './rail.tsx';
import { Routes } from './routes.tsx';
import { SearchBox } from './search-box.tsx';
import { useShell } from './shell.ts';
import { useLeaveWarning } from './use-leave-warning.ts';

/** What stands around every page of the application. */
export function Frame() {
  const shell = useShell();
  useLeaveWarning(shell.jobs.all.value.some(({ state }) => state === 'running' || state === 'waiting'));
  return (
    <div class="application">
      <header class="application-head">
        <a class="wordmark" href="/">
          <svg class="icon" width="18" height="18" viewBox="0 0 24 24" aria-hidden="true" fill="currentColor">
            <path d="M4 4.5v15l7-5.3v5.3l9-7.5-9-7.5v5.3z" />
          </svg>
          <span class="wordmark-name">Lockstep</span>
        </a>
        <OrganizationSwitch />
        <SearchBox />
        <a class="button primary" href="/studio/upload">
          <Icon name="upload" />
          <span class="button-words">Upload</span>
        </a>
      </header>
      <Rail />
      <main id="main" class="application-main">
        <Routes />
      </main>
      <JobTray />
      <ToastShelf toasts={shell.toasts} />
      <p class="visually-hidden" role="status">
        {shell.announcer.message}
      </p>
    </div>
  );
}
