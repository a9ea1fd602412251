/** What a frame tells the page around it, by name, with what each carries. Seconds are the video's own time. */
export interface EmbedEvents {
  ready: { src: string; events: readonly string[]; methods: readonly string[] };
  play: null;
  pause: null;
  ended: null;
  timeupdate: { seconds: number; duration: number };
  progress: { seconds: number; duration: number; percent: number };
  seeked: { seconds: number; duration: number };
  error: { code: number; msg: string };
  volumechange: { volume: number; muted: boolean };
  ratechange: { rate: number };
  chapterchange: { index: number; title: string; startSeconds: number; endSeconds: number } | null;
  cuepoint: { id: string; seconds: number };
  commentopen: { ids: readonly string[]; seconds: number };
  screeningstate: {
    screeningId: string;
    status: 'joining' | 'in-step' | 'reconnecting' | 'ended' | 'lost';
    isPlaying: boolean;
    message: string | null;
  };
  presence: { total: number; inScreening: number };
}

/** Tells an event, with what it carries. */
export type Tell = <Name extends keyof EmbedEvents>(
  event: Name,
  ...value: EmbedEvents[Name] extends null ? [] : [EmbedEvents[Name]]
) => void;
