import { describe, expect, test } from 'vitest';
import { entriesOf, type Entry, type Video } from '#client/app/library/pages.ts';
import { createVideoList, type Ask, type VideoList } from '#client/app/library/video-list.ts';

const PAGE = 2;

/** A server with these videos, which answers pages of two; a cursor is "after b" or "before c". */
function serverOf(ids: string[]): { ids: string[]; ask: Ask } {
  const server = {
    ids,
    ask: ((cursor) => {
      const [way, id] = cursor?.split(' ') ?? ['after', undefined];
      const at = id === undefined ? 0 : server.ids.indexOf(id) + (way === 'after' ? 1 : 0);
      if (id !== undefined && !server.ids.includes(id)) return Promise.reject(new Error('No such cursor.'));
      const [start, end] = way === 'after' ? [at, at + PAGE] : [Math.max(0, at - PAGE), at];
      const items = server.ids.slice(start, end);
      return Promise.resolve({
        cursor,
        items: items.map((each): Entry => ({ video: { id: each } as Video, found: null })),
        next: end < server.ids.length ? `after ${items.at(-1)}` : null,
        prev: start > 0 ? `before ${items[0]}` : null,
        total: null,
      });
    }) as Ask,
  };
  return server;
}

const shown = ({ state, hidden }: VideoList): string => {
  const now = state.value;
  return now.stage === 'loaded'
    ? entriesOf(now.pages, hidden.value)
        .map(({ video }) => video.id)
        .join('')
    : now.stage;
};
const FIRST = { cursor: null };

describe('a list of videos', () => {
  test('grows behind until nothing is left', async () => {
    const list = createVideoList();
    await list.open(serverOf([...'abcde']).ask, FIRST);
    expect(shown(list)).toBe('ab');
    await list.grow('behind');
    await list.grow('behind');
    await list.grow('behind');
    expect(shown(list)).toBe('abcde');
  });

  test('taken up in the middle grows before, too', async () => {
    const list = createVideoList();
    await list.open(serverOf([...'abcde']).ask, { cursor: 'after b' });
    expect(shown(list)).toBe('cd');
    await list.grow('before');
    expect(shown(list)).toBe('abcd');
  });

  test('begins at its beginning where the place one was at is gone', async () => {
    const list = createVideoList();
    await list.open(serverOf([...'abc']).ask, { cursor: 'after x' });
    expect(shown(list)).toBe('ab');
  });

  test('tells why more did not come, and asks again', async () => {
    const server = serverOf([...'abcd']);
    let isAway = false;
    const list = createVideoList();
    await list.open(
      (cursor, signal) => (isAway ? Promise.reject(new Error('Away.')) : server.ask(cursor, signal)),
      FIRST,
    );
    isAway = true;
    await list.grow('behind');
    expect(list.growth.value.behind).toMatchObject({ stage: 'failed', error: { message: 'Away.' } });
    expect(shown(list)).toBe('ab');
    isAway = false;
    await list.grow('behind');
    expect(list.growth.value.behind).toEqual({ stage: 'idle' });
    expect(shown(list)).toBe('abcd');
  });

  test('shows what it had until the answer to another question is here, and drops answers that come too late', async () => {
    const list = createVideoList();
    await list.open(serverOf([...'ab']).ask, FIRST);
    let answerLate = (): void => undefined;
    const late = new Promise<void>((resolve) => (answerLate = resolve));
    const slow = list.open(async (cursor, signal) => {
      await late;
      return serverOf(['x']).ask(cursor, signal);
    }, FIRST);
    expect(list.state.value).toMatchObject({ stage: 'loaded', isStale: true });
    await list.open(serverOf(['y']).ask, FIRST);
    answerLate();
    await slow;
    expect(shown(list)).toBe('y');
  });

  test('asked for again has what came in front, and nothing is lost between its pages', async () => {
    const server = serverOf([...'abcdef']);
    const list = createVideoList();
    await list.open(server.ask, FIRST);
    await list.grow('behind');
    server.ids = [...'zabcdef'];
    await list.refresh();
    expect(shown(list)).toBe('zabc');
    server.ids = [...'za'];
    await list.refresh();
    expect(shown(list)).toBe('za');
  });

  test('hides what was taken away until it is taken back', async () => {
    const list = createVideoList();
    await list.open(serverOf([...'ab']).ask, FIRST);
    list.hide(['a']);
    expect(shown(list)).toBe('b');
    list.show(['a']);
    expect(shown(list)).toBe('ab');
  });

  test('shows at once what was kept of it, then what is true now', async () => {
    const server = serverOf([...'abc']);
    const first = createVideoList();
    await first.open(server.ask, FIRST);
    const kept = first.state.value.stage === 'loaded' ? first.state.value.pages : [];
    server.ids = [...'bc'];
    const list = createVideoList();
    const opened = list.open(server.ask, { pages: kept });
    expect(shown(list)).toBe('ab');
    await opened;
    expect(shown(list)).toBe('bc');
  });
});
