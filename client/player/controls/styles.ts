import { TIMELINE_STYLES } from './timeline-styles.ts';

/** A dark room around the picture whatever the page's theme; the page may set the `--lockstep-` properties. */
export const STYLES = `
:host {
  --_accent: var(--lockstep-accent, oklch(78% 0.13 75));
  --_surface: var(--lockstep-surface, oklch(17% 0.01 265 / 0.86));
  --_text: var(--lockstep-text, oklch(97% 0 0));
  --_focus: var(--lockstep-focus, oklch(85% 0.12 230));
  --_quiet: color-mix(in oklab, var(--_text) 74%, transparent);
  --_panel: oklch(19% 0.012 265);
  display: block;
  position: relative;
  aspect-ratio: 16 / 9;
  background: #000;
  color: var(--_text);
  border-radius: var(--lockstep-radius, 0);
  overflow: clip;
  font: 500 0.8125rem/1.4 system-ui, sans-serif;
  container-type: inline-size;
  color-scheme: dark;
}
:host([hidden]), [hidden] { display: none !important; }
:host([filled]) { position: fixed; inset: 0; width: 100vw; height: 100dvh; max-width: none; max-height: none; margin: 0; padding: 0; border: 0; border-radius: 0; aspect-ratio: auto; }
media-controller {
  --media-control-background: transparent;
  --media-control-hover-background: transparent;
  --media-primary-color: var(--_text);
  --media-text-color: var(--_text);
  --media-secondary-color: transparent;
  --media-range-bar-color: var(--_accent);
  --media-range-track-background: oklch(100% 0 0 / 0.24);
  --media-time-range-buffered-color: oklch(100% 0 0 / 0.3);
  --media-range-track-height: 4px;
  --media-range-track-border-radius: 2px;
  --media-range-thumb-background: var(--_accent);
  --media-focus-box-shadow: 0 0 0 2px var(--_focus);
  --media-control-height: 24px;
  --media-control-padding: 8px;
  --media-button-icon-height: 22px;
  --media-tooltip-display: none;
  --media-control-transition-in: opacity 0.15s;
  --media-control-transition-out: opacity 0.35s;
  width: 100%;
  height: 100%;
}
video { width: 100%; height: 100%; object-fit: contain; }
video::cue { font-family: system-ui, sans-serif; line-height: 1.35; background: oklch(0% 0 0 / 0.8); }
:host(:not([nocontrols], [bare])) media-controller:is(:not([userinactive]), [mediapaused]) video::-webkit-media-text-track-container { transform: translateY(-68px); }
video[data-caption-size=small]::cue { font-size: 75%; }
video[data-caption-size=large]::cue { font-size: 140%; }
video[data-caption-size=huge]::cue { font-size: 190%; }
video[data-caption-background=dim]::cue { background: oklch(0% 0 0 / 0.4); }
video[data-caption-background=none]::cue { background: transparent; text-shadow: 0 0 3px #000, 0 0 3px #000, 0 0 6px #000; }
/* Somebody else steers: what would move the picture looks it, and says why when it is pressed. */
:host([following]) :is(media-play-button, lockstep-time-range, .steps) { opacity: 0.55; }
:host([following]) :is(media-play-button, lockstep-time-range, .steps .control) { cursor: not-allowed; }
/* Asked and not answered yet: worth a sign once it takes longer than a blink. */
media-play-button { position: relative; }
media-play-button[aria-busy=true]::after {
  content: '';
  position: absolute;
  inset: 3px;
  border: 2px solid oklch(100% 0 0 / 0.25);
  border-top-color: var(--_text);
  border-radius: 50%;
  animation: turn 0.9s linear infinite, appear 0.1s 0.4s both;
}
@keyframes appear { from { opacity: 0; } }
video:focus-visible { outline: 2px solid var(--_focus); outline-offset: -2px; }
#picture { position: absolute; pointer-events: none; line-height: 1.4; }
:host([bare]) :is(.chrome, #overlay, #top), :host([drawn]) #overlay { visibility: hidden; }
.chrome {
  width: 100%;
  padding: 40px 8px 6px;
  box-sizing: border-box;
  background: linear-gradient(transparent, oklch(0% 0 0 / 0.72));
}
lockstep-time-range { width: 100%; --media-range-padding: 6px; }
media-control-bar { display: flex; width: 100%; align-items: center; }
media-volume-range { width: 72px; --media-range-bar-color: var(--_text); --media-range-thumb-background: var(--_text); }
media-play-button, media-mute-button, media-airplay-button, media-pip-button, media-fullscreen-button, .control { border-radius: 6px; }
.control {
  border: 0;
  padding: 0;
  min-width: 32px;
  height: 36px;
  background: none;
  color: inherit;
  font: inherit;
  cursor: pointer;
}
.control svg { width: 20px; height: 20px; fill: none; stroke: currentColor; stroke-width: 2; vertical-align: middle; }
media-airplay-button[mediaairplayunavailable], media-pip-button[mediapipunavailable], media-fullscreen-button[mediafullscreenunavailable],
media-volume-range[mediavolumeunavailable] { display: none; }
.steps { display: inline-flex; }
.control:hover, media-control-bar > :is(media-play-button, media-mute-button, media-airplay-button, media-pip-button,
media-fullscreen-button):hover { background: oklch(100% 0 0 / 0.12); }
button:focus-visible { outline: 2px solid var(--_focus); outline-offset: -2px; }
.time { padding-inline: 8px; font-variant-numeric: tabular-nums; white-space: nowrap; }
#total { opacity: 0.72; }
#total:not(:empty)::before { content: ' / '; }
.gap { flex: 1; min-width: 0; display: flex; }
.chapter { max-width: 100%; padding-inline: 8px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; line-height: 24px; }
.chapter::after { content: '›' / ''; margin-inline-start: 6px; opacity: 0.72; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
#captions, #settings { position: relative; line-height: 0; }
#captions[data-on]::after { content: ''; position: absolute; inset: auto 7px 4px; height: 2px; border-radius: 1px; background: var(--_accent); }
#rate { margin-inline-start: 4px; font: 650 0.75rem/1 system-ui, sans-serif; font-variant-numeric: tabular-nums; vertical-align: middle; }
#settings:has(#rate:not([hidden])) { padding-inline: 6px; }
#overlay { display: grid; gap: 12px; justify-items: center; padding: 16px; text-align: center; }
#overlay:empty { display: none; }
.message { margin: 0; line-height: 1.4; padding: 6px 12px; border-radius: 8px; background: var(--_surface); }
.message:empty { display: none; }
.message-help { display: block; color: var(--_quiet); }
#top { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; width: 100%; padding: 12px; box-sizing: border-box; pointer-events: none; }
#top > * { pointer-events: auto; }
.action, #unmute {
  min-height: 44px;
  padding: 0 20px;
  border: 0;
  border-radius: 22px;
  background: var(--_accent);
  color: oklch(18% 0.03 75);
  font: 650 0.9375rem/1 system-ui, sans-serif;
  cursor: pointer;
}
.action-quiet { background: var(--_surface); color: var(--_text); }
#unmute { min-height: 36px; }
.spinner {
  width: 36px;
  height: 36px;
  border: 3px solid oklch(100% 0 0 / 0.25);
  border-top-color: var(--_text);
  border-radius: 50%;
  animation: turn 0.9s linear infinite;
}
@keyframes turn { to { rotate: 1turn; } }
@media (prefers-reduced-motion: reduce) {
  .spinner, media-play-button[aria-busy=true]::after { animation-duration: 4s, 0.1s; }
  media-controller { --media-control-transition-in: none; --media-control-transition-out: none; }
}
@media (pointer: coarse) {
  .control, #unmute { min-width: 44px; min-height: 44px; }
  media-controller { --media-control-padding: 10px; --media-control-height: 24px; }
  lockstep-time-range { --media-range-padding: 10px; min-height: 44px; }
}
@media (prefers-contrast: more), (prefers-reduced-transparency: reduce) {
  :host { --_surface: oklch(12% 0.01 265); --_panel: oklch(12% 0.01 265); --_quiet: var(--_text); }
  .chrome { background: var(--_surface); padding-top: 8px; }
  media-controller { --media-range-track-background: oklch(100% 0 0 / 0.5); --media-time-range-buffered-color: oklch(100% 0 0 / 0.7); }
  #total, .chapter::after { opacity: 1; }
}
@container (width < 560px) { media-volume-range, .gap > .chapter, .steps { display: none; } }
@container (width < 400px) { #total { display: none; } #overlay { padding-bottom: 40px; } }
@container (width < 320px) {
  media-mute-button, .time, #captions, #settings, media-airplay-button, media-pip-button { display: none; }
}
:host([nocontrols]) .chrome { display: none; }
${TIMELINE_STYLES}`;
