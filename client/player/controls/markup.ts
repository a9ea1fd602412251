import { STYLES } from './styles.ts';

/**
 * The element's shadow tree. Static: whatever changes is found by id and changed in place, and words are put where
 * `data-say`, `data-name` and `data-tip` ask for them.
 */
export const MARKUP = `
<style>${STYLES}</style>
<media-controller id="controller" nohotkeys nodefaultstore>
  <video id="video" slot="media" playsinline preload="metadata" tabindex="0"></video>
  <media-gesture-receiver slot="gestures-chrome"></media-gesture-receiver>
  <div id="picture" slot="gestures-chrome" noautohide><slot name="picture"></slot></div>
  <div id="overlay" slot="centered-chrome" noautohide></div>
  <div id="top" slot="top-chrome" noautohide>
    <button id="unmute" type="button" data-say="unmute" hidden></button>
    <p id="notice" class="message" role="status"></p>
  </div>
  <div class="chrome" dir="ltr">
    <lockstep-time-range id="time-range">
      <div id="heat" slot="markers" hidden></div>
      <lockstep-timeline-markers id="markers" slot="markers"></lockstep-timeline-markers>
      <div id="preview" slot="markers" hidden></div>
    </lockstep-time-range>
    <media-control-bar>
      <media-play-button id="play"></media-play-button>
      <span class="steps" id="steps" hidden>
        <button id="step-back" class="control" type="button" data-name="frame.back" data-tip="frame.back">
          <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M15 6 9 12l6 6M6 6v12" /></svg>
        </button>
        <button id="step-forward" class="control" type="button" data-name="frame.forward" data-tip="frame.forward">
          <svg viewBox="0 0 24 24" aria-hidden="true"><path d="m9 6 6 6-6 6M18 6v12" /></svg>
        </button>
      </span>
      <media-mute-button></media-mute-button>
      <media-volume-range></media-volume-range>
      <button id="time" class="control time" type="button" data-tip="time.form"><bdi id="now" dir="ltr"></bdi><bdi id="total" dir="ltr"></bdi></button>
      <span class="gap">
        <button id="chapters" class="control chapter" type="button" aria-haspopup="menu" aria-expanded="false" hidden>
          <span class="unseen" data-say="chapters.now"></span>
          <span id="chapter" dir="auto"></span>
        </button>
      </span>
      <button id="captions" class="control" type="button" data-name="captions" data-tip="captions" aria-haspopup="menu" aria-expanded="false" hidden>
        <svg viewBox="0 0 24 24" aria-hidden="true"><rect x="2.5" y="5" width="19" height="14" rx="2.5" /><path d="M10.5 10.4a2.3 2.3 0 1 0 0 3.2M17.5 10.4a2.3 2.3 0 1 0 0 3.2" /></svg>
      </button>
      <button id="settings" class="control" type="button" data-name="settings" data-tip="settings" aria-haspopup="menu" aria-expanded="false">
        <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M3 7h9M18 7h3M3 17h3M12 17h9" /><circle cx="15" cy="7" r="2.6" /><circle cx="9" cy="17" r="2.6" /></svg>
        <bdi id="rate" hidden></bdi>
      </button>
      <media-airplay-button></media-airplay-button>
      <media-pip-button></media-pip-button>
      <media-fullscreen-button></media-fullscreen-button>
    </media-control-bar>
  </div>
</media-controller>`;
