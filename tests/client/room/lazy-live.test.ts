import { describe, expect, it, vi } from 'vitest';
import type { ConnectionOptions } from '#client/room/link.ts';
import type { ConnectionState } from '#client/room/connection-state.ts';
import { createLazyClock, createLazyLink } from '#client/room/lazy-live.ts';

const nothingHappens = { isVisible: () => true, isOnline: () => true, onChange: () => () => undefined };

function linkOf(more: Partial<ConnectionOptions> = {}) {
  const states: ConnectionState[] = [];
  const link = createLazyLink({
    nextUrl: () => new Promise<string>(() => undefined),
    windowMs: () => 1000,
    onState: (state) => states.push(state),
    onFrame: () => undefined,
    surroundings: nothingHappens,
    nowMs: () => 0,
    random: () => 0.5,
    WebSocket: function NoSocket() {},
    ...more,
  });
  return { link, states };
}

describe('a room whose live parts are fetched later', () => {
  it('sends nothing before they are here, and then connects', async () => {
    const { link, states } = linkOf();
    link.open();
    expect([link.send('{}'), states]).toEqual([false, []]);
    await vi.waitFor(() => expect(states).toEqual([{ status: 'connecting', attempt: 1 }]));
    link.close();
  });

  it('does not connect where it was left before they came', async () => {
    const nextUrl = vi.fn(() => Promise.resolve('ws://room.test/'));
    const { link, states } = linkOf({ nextUrl });
    link.open();
    link.close();
    await import('#client/room/live-parts.ts');
    await Promise.resolve();
    expect([nextUrl.mock.calls, states]).toEqual([[], []]);
  });

  it('has a clock that knows no time, and asks for it once it is here', async () => {
    const fetcher = vi.fn(() => Promise.reject(new Error('The clock is away.')));
    const clock = createLazyClock({ fetcher, surroundings: nothingHappens });
    clock.start();
    expect([clock.getEstimate(), clock.serverNowMs()]).toEqual([null, null]);
    await vi.waitFor(() => expect(fetcher).toHaveBeenCalled());
    clock.stop();
  });
});
