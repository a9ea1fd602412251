import type { CuePoints } from './cue-points.ts';
import type { EmbedPlayer } from './embed-player.ts';
import type { PlayerChapter } from '#client/player/player-contract.ts';
import type { Answer } from './receiver.ts';

const RATES = { least: 0.25, most: 4 };

interface Answering {
  player: Pick<
    EmbedPlayer,
    | 'play'
    | 'pause'
    | 'isPaused'
    | 'isMuted'
    | 'volume'
    | 'durationSeconds'
    | 'positionSeconds'
    | 'isLooping'
    | 'rate'
  >;
  chapters: readonly PlayerChapter[];
  cuePoints: CuePoints;
  /** The player could not be brought in. */
  onFailure: (message: string) => void;
}

/** What each method does, and what a getter answers. Values that mean nothing are left aside. */
export const answerBy =
  ({ player, chapters, cuePoints, onFailure }: Answering): Answer =>
  ({ method, value }) => {
    switch (method) {
      case 'play':
        player.play().catch(() => onFailure('The player could not be loaded. Check your connection.'));
        return undefined;
      case 'pause':
        return player.pause();
      case 'getPaused':
        return player.isPaused;
      case 'mute':
      case 'unmute':
        player.isMuted = method === 'mute';
        return undefined;
      case 'getMuted':
        return player.isMuted;
      case 'setVolume':
        if (isNumber(value)) player.volume = clamp(value / 100, 0, 1);
        return undefined;
      case 'getVolume':
        return Math.round(player.volume * 100);
      case 'getDuration':
        return player.durationSeconds;
      case 'setCurrentTime':
        if (isNumber(value)) player.positionSeconds = clamp(value, 0, player.durationSeconds || Infinity);
        return undefined;
      case 'getCurrentTime':
        return player.positionSeconds;
      case 'setLoop':
        player.isLooping = value === true || value === 'true';
        return undefined;
      case 'getLoop':
        return player.isLooping;
      case 'setPlaybackRate':
        if (isNumber(value)) player.rate = clamp(value, RATES.least, RATES.most);
        return undefined;
      case 'getPlaybackRate':
        return player.rate;
      case 'getChapters':
        return chapters;
      case 'addCuePoint':
        return cuePoints.add(value);
      case 'removeCuePoint':
        return cuePoints.remove(value);
      case 'addEventListener':
      case 'removeEventListener':
        // The receiver's own.
        return undefined;
    }
  };

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);
