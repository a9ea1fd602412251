/** What a frame last told of its player, in an HTMLMediaElement's units: volume from 0 to 1. */
export class ToldState {
  time = 0;
  /** NaN until it is known. */
  duration = Number.NaN;
  volume = 1;
  rate = 1;
  isPaused = true;
  isEnded = false;
  isMuted = false;
  isLooping = false;

  /** Takes an event, or a getter's answer, as the protocol names them. */
  note(event: string, value: unknown): void {
    const fields = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
    switch (event) {
      case 'play':
        this.isPaused = this.isEnded = false;
        return;
      case 'pause':
        this.isPaused = true;
        return;
      case 'ended':
        this.isEnded = true;
        return;
      case 'timeupdate':
      case 'seeked':
        this.time = numberOr(fields['seconds'], this.time);
        this.duration = numberOr(fields['duration'], this.duration);
        return;
      case 'volumechange':
        this.volume = numberOr(fields['volume'], this.volume * 100) / 100;
        this.isMuted = fields['muted'] === true;
        return;
      case 'ratechange':
        this.rate = numberOr(fields['rate'], this.rate);
        return;
      case 'getPaused':
        this.isPaused = value === true;
        return;
      case 'getMuted':
        this.isMuted = value === true;
        return;
      case 'getLoop':
        this.isLooping = value === true;
        return;
      case 'getVolume':
        this.volume = numberOr(value, this.volume * 100) / 100;
        return;
      case 'getCurrentTime':
        this.time = numberOr(value, this.time);
        return;
      case 'getDuration':
        this.duration = numberOr(value, this.duration);
    }
  }
}

const numberOr = (given: unknown, otherwise: number): number =>
  typeof given === 'number' ? given : otherwise;
