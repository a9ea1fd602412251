import { shareBrowsers } from './browser.ts';

// Files of the project share a process, and with it one Chromium: to start another takes two seconds each.
shareBrowsers();
