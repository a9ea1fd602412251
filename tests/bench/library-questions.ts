import { seededRandom, VOCABULARY } from '#tests/support/zipf-words.ts';
import { ANONYMOUS, type Viewer } from '#worker/accounts/viewer.ts';
import { encodeCursor } from '#worker/db/page.ts';
import { planSearch } from '#worker/library/search.queries.ts';
import { VideoListQuery, VideoSearchQuery } from '#worker/library/video-filter.ts';
import { planList } from '#worker/library/video-list.queries.ts';
import type { Asked, Cast } from './library-stage.ts';

export interface Kind {
  name: string;
  /** The index that gives the order, or finds the words. */
  index: string;
  asked: Asked[];
}

const TIMES = 45;
const person = (userId: string): Viewer => ({ kind: 'registered', userId, name: 'Somebody' });
const times = (make: (random: () => number) => Asked): Asked[] => {
  const random = seededRandom(9);
  return Array.from({ length: TIMES }, () => make(random));
};

/** A page from anywhere in the two years the library goes back. */
function somewhere(list: string, random: () => number): { cursor?: string } {
  if (random() < 0.3) return {};
  const moment = new Date(Date.now() - random() * 690 * 86_400_000).toISOString();
  const way = random() < 0.5 ? 'next' : 'prev';
  return { cursor: encodeCursor([way, list, moment, 'ffffffff-ffff-4fff-8fff-ffffffffffff']) };
}

/** Every list in each of its orders, for who has most to see. */
export function listsOf({ big, small, tag, commonTag, category }: Cast): Kind[] {
  const list = (name: string, index: string, viewer: Viewer, query: object, cursorName?: string): Kind => ({
    name,
    index,
    asked: times((random) => ({
      viewer,
      ...planList(
        viewer,
        VideoListQuery.parse({ ...query, ...(cursorName ? somewhere(cursorName, random) : {}) }),
      ),
    })),
  });
  const [member, owner] = [person(big.member), person(big.owner)];
  return [
    list('everybody’s, newest', 'videos_listed_newest_idx', ANONYMOUS, {}, 'videos:everybody:newest'),
    list(
      'everybody’s, oldest',
      'videos_listed_newest_idx',
      member,
      { sort: 'oldest' },
      'videos:everybody:oldest',
    ),
    ...(['published', 'viewed', 'liked', 'commented', 'title'] as const).map((sort) =>
      list(`everybody’s, ${sort}`, `videos_listed_${sort}_idx`, ANONYMOUS, { sort }),
    ),
    list('my videos', 'videos_author_idx', owner, { author: 'me' }, 'videos:author:newest'),
    list('my videos, updated', 'videos_author_updated_idx', owner, { author: 'me', sort: 'updated' }),
    list('my videos, title', 'videos_author_title_idx', owner, { author: 'me', sort: 'title' }),
    list('an author’s', 'videos_author_', ANONYMOUS, { author: big.owner }, 'videos:author:newest'),
    list(
      'an organization’s, member',
      'videos_organization_idx',
      member,
      { organization: big.organization },
      'videos:organization:newest',
    ),
    list(
      'an organization’s, stranger',
      'videos_organization_idx',
      person(small.owner),
      { organization: big.organization },
      'videos:organization:newest',
    ),
    list('an organization’s, updated', 'videos_organization_updated_idx', member, {
      organization: big.organization,
      sort: 'updated',
    }),
    list('an organization’s, title', 'videos_organization_title_idx', member, {
      organization: big.organization,
      sort: 'title',
    }),
    list(
      'a small organization’s',
      'videos_organization_idx',
      person(small.owner),
      { organization: small.organization },
      'videos:organization:newest',
    ),
    list('a channel’s', 'videos_channel_idx', member, { channel: big.channel }, 'videos:channel:newest'),
    list('a series’', 'videos_series_position_key', member, { series: big.series }),
    list('with an organization’s tag', 'video_search_', member, { tag }, 'videos:marks:newest'),
    list('with a tag of everybody’s', 'video_search_', ANONYMOUS, { tag: commonTag }, 'videos:marks:newest'),
    list('with a category', 'video_search_', ANONYMOUS, { category }, 'videos:marks:newest'),
    list('with a rare free tag', 'video_search_', ANONYMOUS, { freeTag: 'free450' }, 'videos:marks:newest'),
    list('of a length, archived', 'videos_organization_archived_idx', member, {
      organization: big.organization,
      minSeconds: 60,
      archived: 'only',
    }),
  ];
}

/** What people type, for who sees little and who sees much. */
const TYPED: [name: string, type: (word: (most: number, least?: number) => string) => string][] = [
  ['a word half of them know', (word) => `${word(4)} `],
  ['a word some know', (word) => `${word(300, 20)} `],
  ['a rare word', (word) => `${word(19_000, 5000)} `],
  ['two words', (word) => `${word(30)} ${word(300, 5)} `],
  ['a word as it is typed', (word) => word(300).slice(0, 4)],
  ['a phrase', (word) => `"${word(8)} ${word(20)}" `],
];

export function searchesOf({ big, small }: Cast): Kind[] {
  const viewers: [string, Viewer, object][] = [
    ['anonymous', ANONYMOUS, {}],
    ['member of a large organization', person(big.member), {}],
    ['member of a small one', person(small.owner), {}],
    ['within a small organization', person(small.owner), { organization: small.organization }],
  ];
  return TYPED.flatMap(([name, type]) =>
    viewers.map(([who, viewer, filter]) => ({
      name: `${name}, ${who}`,
      index: 'video_search_',
      asked: times((random) => {
        const word = (most: number, least = 0): string =>
          VOCABULARY[least + Math.floor(random() * (most - least))] ?? 'light';
        const query = VideoSearchQuery.parse({ q: type(word), ...filter });
        return { viewer, ...planSearch(viewer, query) };
      }),
    })),
  );
}
