import { RATES } from '../rates.ts';
import { STYLES } from './styles.ts';

/** The element's shadow tree. Static: whatever changes is found by id and changed in place. */
export const MARKUP = `
<style>${STYLES}</style>
<media-controller id="controller" nohotkeys nodefaultstore>
  <video id="video" slot="media" playsinline preload="metadata" tabindex="0" aria-label="Video"></video>
  <media-gesture-receiver slot="gestures-chrome"></media-gesture-receiver>
  <div id="picture" slot="gestures-chrome" noautohide><slot name="picture"></slot></div>
  <div id="overlay" slot="centered-chrome" noautohide></div>
  <button id="unmute" slot="top-chrome" type="button" noautohide hidden>Unmute</button>
  <div class="chrome">
    <lockstep-time-range id="time-range">
      <div id="heat" slot="markers" hidden></div>
      <lockstep-timeline-markers id="markers" slot="markers"></lockstep-timeline-markers>
    </lockstep-time-range>
    <media-control-bar>
      <media-play-button></media-play-button>
      <span class="steps" id="steps" hidden>
        <button id="step-back" class="control" type="button" aria-label="One frame back" title="One frame back (,)">
          <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M15 6 9 12l6 6M6 6v12" /></svg>
        </button>
        <button id="step-forward" class="control" type="button" aria-label="One frame forward" title="One frame forward (.)">
          <svg viewBox="0 0 24 24" aria-hidden="true"><path d="m9 6 6 6-6 6M18 6v12" /></svg>
        </button>
      </span>
      <media-mute-button></media-mute-button>
      <media-volume-range></media-volume-range>
      <button id="time" class="control time" type="button" title="Show as timecode, frames or seconds"><bdi id="now"></bdi><bdi id="total"></bdi></button>
      <span id="chapter" class="chapter"></span>
      <select id="captions" class="control" aria-label="Captions" hidden></select>
      <select id="rate" class="control" aria-label="Speed">${RATES.map((rate) => `<option value="${rate}">${rate}×</option>`).join('')}</select>
      <media-pip-button></media-pip-button>
      <media-fullscreen-button></media-fullscreen-button>
    </media-control-bar>
  </div>
</media-controller>`;
