import { useEffect } from 'preact/hooks';

const EVERY_MS = 10_000;

/** Looks what others have done: every ten seconds while the page is looked at, and when one comes back to it. */
export function useLook(look: () => Promise<void>): void {
  useEffect(() => {
    const see = () => {
      if (document.visibilityState === 'visible' && navigator.onLine) void look();
    };
    const timer = setInterval(see, EVERY_MS);
    document.addEventListener('visibilitychange', see);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', see);
    };
  }, [look]);
}
