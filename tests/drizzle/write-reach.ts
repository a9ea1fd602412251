const VIDEOS = ['foreign', 'gone', 'open', 'secret', 'shared', 'unlisted'];
const KEPT = ['open', 'secret', 'shared', 'unlisted'];
const on = (prefix: string, videos: string[]) => videos.map((video) => `${prefix} ${video}`).sort();
const in1st = (...users: string[]) => users.map((user) => `${user} in first`);
const comments = [...on('comment on', VIDEOS), ...on('deleted comment on', VIDEOS)].sort();

/** Every table, and a column of it that the product may write. */
export const COLUMNS = {
  organizations: 'name',
  organization_members: 'role',
  channels: 'name',
  channel_members: undefined,
  series: 'name',
  videos: 'title',
  uploads: 'offset_bytes',
  chapters: 'title',
  comments: 'content',
  likes: undefined,
  reactions: 'count',
  video_progress: 'completed',
  screenings: 'ended_at',
  screening_attendees: 'left_at',
  room_watermarks: 'epoch',
  watch_links: 'revoked_at',
} as const;
type Reach = Partial<Record<keyof typeof COLUMNS, string[] | 'refused'>>;

const tenantReach = (tenant: string): Reach => ({
  organizations: [tenant],
  channels: [`channel of ${tenant}`],
  series: [`series of ${tenant}`],
});
const firstReach: Reach = { ...tenantReach('first'), videos: KEPT, chapters: on('chapter of', KEPT) };
const links = on('link to', KEPT);

/** What an update, and a delete, of the whole table without any where reaches; nothing where nothing is said. */
export const REACH: { name: string; update: Reach; remove: Reach }[] = [
  { name: 'anonymous', update: {}, remove: {} },
  {
    name: 'guest',
    // Refused since some of the guest's own progress is in videos no longer shown to it.
    update: { video_progress: 'refused' },
    remove: { video_progress: on('progress in', VIDEOS) },
  },
  {
    name: 'member',
    update: {},
    remove: { organization_members: in1st('member'), channel_members: ['member in channel'] },
  },
  {
    name: 'author',
    // Refused since one of the author's own uploads is of a deleted video.
    update: { videos: KEPT, chapters: on('chapter of', KEPT), uploads: 'refused', watch_links: links },
    remove: {
      chapters: on('chapter of', KEPT),
      uploads: on('upload of', ['gone', ...KEPT]),
      organization_members: in1st('author'),
    },
  },
  {
    name: 'admin',
    update: {
      ...firstReach,
      organization_members: in1st('admin', 'author', 'member'),
      watch_links: links,
    },
    remove: {
      ...firstReach,
      organizations: [],
      videos: [],
      organization_members: in1st('admin', 'author', 'member'),
      channel_members: ['member in channel'],
    },
  },
  {
    name: 'owner',
    update: {
      ...firstReach,
      organization_members: in1st('admin', 'author', 'member', 'owner'),
      watch_links: links,
    },
    remove: {
      ...firstReach,
      organizations: [],
      videos: [],
      organization_members: in1st('admin', 'author', 'member', 'owner'),
      channel_members: ['member in channel'],
    },
  },
  {
    name: 'stranger',
    update: {
      ...tenantReach('second'),
      organization_members: ['stranger in second'],
      videos: ['foreign'],
      chapters: ['chapter of foreign'],
      uploads: ['upload of foreign'],
      watch_links: ['link to foreign'],
    },
    remove: {
      channel_members: ['stranger in channel'],
      ...tenantReach('second'),
      organizations: [],
      organization_members: ['stranger in second'],
      chapters: ['chapter of foreign'],
      uploads: ['upload of foreign'],
    },
  },
  {
    name: 'service:room',
    update: {
      comments,
      reactions: on('reaction to', VIDEOS),
      video_progress: on('progress in', VIDEOS),
      screenings: on('screening of', VIDEOS),
      screening_attendees: on('guest at', VIDEOS),
      room_watermarks: on('watermark of', VIDEOS),
    },
    remove: {
      comments,
      likes: on('like of', VIDEOS),
      reactions: on('reaction to', VIDEOS),
      video_progress: on('progress in', VIDEOS),
      screenings: on('screening of', VIDEOS),
      screening_attendees: on('guest at', VIDEOS),
      room_watermarks: on('watermark of', VIDEOS),
    },
  },
  {
    name: 'service:media',
    update: { videos: VIDEOS, uploads: on('upload of', VIDEOS), chapters: on('chapter of', VIDEOS) },
    remove: { videos: VIDEOS, uploads: on('upload of', VIDEOS), chapters: on('chapter of', VIDEOS) },
  },
  {
    name: 'service:cron',
    // It clears away; of these it writes none.
    update: { videos: VIDEOS, uploads: 'refused', video_progress: 'refused' },
    remove: {
      videos: VIDEOS,
      comments,
      uploads: on('upload of', VIDEOS),
      video_progress: on('progress in', VIDEOS),
      screenings: on('screening of', VIDEOS),
      watch_links: on('link to', VIDEOS),
    },
  },
  { name: 'service:link', update: { watch_links: on('link to', VIDEOS) }, remove: {} },
];
