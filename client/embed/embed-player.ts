import type { LockstepPlayer } from '#client/player/lockstep-player.ts';
import type { EmbedBoot } from './boot.ts';

/** What was asked before the player was there, and holds from then on. */
interface Wishes {
  positionSeconds: number | null;
  volume: number;
  isMuted: boolean;
  isLooping: boolean;
  rate: number;
}

/**
 * The player of an embed, there or not yet: it comes in when somebody means to watch. Until then it answers from what the
 * page knows, and keeps what it was told.
 */
export class EmbedPlayer {
  readonly #boot: EmbedBoot;
  readonly #stage: HTMLElement;
  readonly #wishes: Wishes;
  readonly #onMounted: ((player: LockstepPlayer) => void)[] = [];
  #player: LockstepPlayer | null = null;
  #mounting: Promise<LockstepPlayer> | null = null;

  constructor(boot: EmbedBoot, stage: HTMLElement) {
    const { startSeconds, isMuted, isLooping } = boot.options;
    this.#boot = boot;
    this.#stage = stage;
    this.#wishes = { positionSeconds: startSeconds, volume: 1, isMuted, isLooping, rate: 1 };
  }

  /** Calls back with the player, at once if it is there. */
  whenMounted(use: (player: LockstepPlayer) => void): void {
    if (this.#player) use(this.#player);
    else this.#onMounted.push(use);
  }

  /** Brings the player in; nothing of the stream is loaded by that. */
  mount(): Promise<LockstepPlayer> {
    this.#mounting ??= this.#mount().catch((error: unknown) => {
      // To be tried again by the next who wants it.
      this.#mounting = null;
      throw error;
    });
    return this.#mounting;
  }

  async play(): Promise<void> {
    const player = this.#player ?? (await this.mount());
    if (player.video.paused) player.togglePlay();
  }

  pause(): void {
    if (this.#player && !this.#player.video.paused) this.#player.togglePlay();
  }

  get isPaused(): boolean {
    return this.#player?.video.paused ?? true;
  }

  get durationSeconds(): number {
    return this.#boot.video.durationSeconds ?? this.#player?.duration ?? 0;
  }

  get positionSeconds(): number {
    return this.#player?.positionSeconds ?? this.#wishes.positionSeconds ?? 0;
  }

  set positionSeconds(seconds: number) {
    this.#wishes.positionSeconds = seconds;
    // What is sought is to be seen.
    this.#player?.load();
    this.#player?.seekTo(seconds);
  }

  get volume(): number {
    return this.#player?.video.volume ?? this.#wishes.volume;
  }

  set volume(volume: number) {
    this.#wishes.volume = volume;
    if (this.#player) this.#player.video.volume = volume;
  }

  get isMuted(): boolean {
    return this.#player?.video.muted ?? this.#wishes.isMuted;
  }

  set isMuted(isMuted: boolean) {
    this.#wishes.isMuted = isMuted;
    if (this.#player) this.#player.video.muted = isMuted;
  }

  get isLooping(): boolean {
    return this.#player?.loop ?? this.#wishes.isLooping;
  }

  set isLooping(isLooping: boolean) {
    this.#wishes.isLooping = isLooping;
    if (this.#player) this.#player.loop = isLooping;
  }

  get rate(): number {
    return this.#player?.video.playbackRate ?? this.#wishes.rate;
  }

  set rate(rate: number) {
    this.#wishes.rate = rate;
    if (!this.#player) return;
    if (this.#player.controller) this.#player.controller.setRate(rate);
    else this.#player.video.playbackRate = rate;
  }

  async #mount(): Promise<LockstepPlayer> {
    await import('#client/player/lockstep-player.ts');
    const player = document.createElement('lockstep-player') as LockstepPlayer;
    const { video, chapters, options } = this.#boot;
    player.poster = video.thumbnailUrl;
    player.duration = video.durationSeconds;
    player.fpsNum = video.frameRate?.num ?? null;
    player.fpsDen = video.frameRate?.den ?? null;
    player.videoTitle = video.title;
    player.storyboard = video.storyboardUrl;
    player.src = video.hlsUrl;
    if (options.language) player.lang = options.language;
    player.toggleAttribute('nocontrols', !options.hasControls);
    if (options.hasChapters) player.chapters = chapters;
    this.#stage.prepend(player);
    this.#fulfil(player);
    this.#player = player;
    for (const use of this.#onMounted.splice(0)) use(player);
    return player;
  }

  #fulfil({ video, seekTo }: LockstepPlayer): void {
    const { positionSeconds, volume, isMuted, isLooping, rate } = this.#wishes;
    Object.assign(video, { volume, muted: isMuted, loop: isLooping, playbackRate: rate });
    if (positionSeconds) seekTo(positionSeconds);
  }
}
