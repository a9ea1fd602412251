const EVERY_MS = 200;
const WIDTH = 24;

export interface ProgressBar {
  /** `share` from 0 to 1 of all there is to do. */
  tell(share: number, what: string): void;
  end(): void;
}

/** A bar that is written over, on a terminal; elsewhere a line for each step and each tenth of the way. */
export function progressBar(label: string, out: NodeJS.WriteStream = process.stdout): ProgressBar {
  const startMs = performance.now();
  let toldMs = 0;
  let told = '';
  const seconds = (): string => ((performance.now() - startMs) / 1000).toFixed(1);
  return {
    tell: (share, what) => {
      const percent = Math.min(100, Math.floor(share * 100));
      if (!out.isTTY) {
        const line = `${Math.floor(percent / 10) * 10} %, ${what}`;
        if (line !== told) console.log(`${label}: ${line}, ${seconds()} s`);
        told = line;
        return;
      }
      if (performance.now() - toldMs < EVERY_MS) return;
      toldMs = performance.now();
      const done = '█'.repeat(Math.round((percent / 100) * WIDTH)).padEnd(WIDTH, '░');
      out.write(`\r${label} ${done} ${String(percent).padStart(3)} % ${what}, ${seconds()} s\u001b[K`);
    },
    end: () => {
      if (out.isTTY) out.write('\r\u001b[K');
      console.log(`${label}: done in ${seconds()} s`);
    },
  };
}
