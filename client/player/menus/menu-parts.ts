import type { Captions } from '../captions.ts';
import type { PlayerMedia } from '../player-media.ts';
import type { PlayerChapter } from '../player-contract.ts';
import type { PlayerRequests } from '../requests.ts';
import type { Stream } from '../stream.ts';
import type { Words } from '../words/words.ts';

/** What menus tell and change, as it stands when one is opened. */
export interface MenuParts {
  words: Words;
  media: PlayerMedia;
  requests: PlayerRequests;
  captions: Captions;
  chapters: readonly PlayerChapter[];
  /** Whether the bar has room for the chapters' own button. */
  hasChapterButton: boolean;
  /** Null until it is opened. */
  stream: Stream | null;
  isInStep: boolean;
  /** The address of what is played, without a moment. */
  link: string;
  /** What other sites put in; null where there is nothing to give. */
  embedCode: string | null;
  showShortcuts: () => void;
  say: (words: string) => void;
}
