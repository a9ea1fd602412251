/** What the page around the engine is doing. Injected, so that the engine runs in tests without a browser. */
export interface Surroundings {
  isVisible(): boolean;
  isOnline(): boolean;
  /** Calls `listener` when either may have changed. */
  onChange(listener: () => void): () => void;
}

export function browserSurroundings(): Surroundings {
  return {
    isVisible: () => document.visibilityState === 'visible',
    isOnline: () => navigator.onLine,
    onChange(listener) {
      const stop = new AbortController();
      document.addEventListener('visibilitychange', listener, { signal: stop.signal });
      for (const name of ['online', 'offline', 'pageshow'])
        window.addEventListener(name, listener, { signal: stop.signal });
      return () => stop.abort();
    },
  };
}
