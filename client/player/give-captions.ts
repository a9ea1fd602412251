import type { PlayerCaptions } from './player-contract.ts';
import { wantedLanguage, type AskedCaptions } from './wanted-language.ts';

export interface Transcript {
  language: string;
  isDefault: boolean;
}

interface Captioned {
  captions: readonly PlayerCaptions[];
  readonly video: HTMLVideoElement;
}

interface Terms extends AskedCaptions {
  /** Of the transcripts of this video, as this page can read them. */
  url: string;
}

/** Offers a video's transcripts as captions, and shows those that were asked for. */
export function giveCaptions(player: Captioned, transcripts: readonly Transcript[], terms: Terms): void {
  player.captions = transcripts.map(({ language, isDefault }) => ({
    language,
    label: nameOf(language),
    isDefault,
    url: `${terms.url}/${encodeURIComponent(language)}/track.vtt`,
  }));
  const wanted = wantedLanguage(transcripts, terms);
  if (wanted === undefined) return;
  for (const track of player.video.textTracks)
    if (track.kind === 'captions') track.mode = track.language === wanted ? 'showing' : 'disabled';
}

/** In its own words: "Deutsch". */
const nameOf = (language: string): string =>
  new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
