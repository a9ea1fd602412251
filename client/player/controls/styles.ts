/** A dark room around the picture whatever the page's theme; the page may set the `--lockstep-` properties. */
export const STYLES = `
:host {
  --_accent: var(--lockstep-accent, oklch(78% 0.13 75));
  --_surface: var(--lockstep-surface, oklch(17% 0.01 265 / 0.86));
  --_text: var(--lockstep-text, oklch(97% 0 0));
  --_focus: var(--lockstep-focus, oklch(85% 0.12 230));
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
  --media-preview-background: var(--_surface);
  --media-control-transition-in: opacity 0.15s;
  --media-control-transition-out: opacity 0.35s;
  width: 100%;
  height: 100%;
}
video { width: 100%; height: 100%; object-fit: contain; }
/* Somebody else steers: what would move the picture looks it, and says why when it is pressed. */
:host([following]) :is(media-play-button, lockstep-time-range, .steps, #rate) { opacity: 0.55; }
:host([following]) :is(media-play-button, lockstep-time-range, .steps .control, #rate) { cursor: not-allowed; }
video:focus-visible { outline: 2px solid var(--_focus); outline-offset: -2px; }
#picture { position: absolute; pointer-events: none; line-height: 1.4; }
:host([bare]) :is(.chrome, #overlay, #unmute), :host([drawn]) #overlay { visibility: hidden; }
.chrome {
  width: 100%;
  padding: 40px 8px 6px;
  box-sizing: border-box;
  background: linear-gradient(transparent, oklch(0% 0 0 / 0.72));
}
lockstep-time-range { width: 100%; --media-range-padding: 6px; }
media-control-bar { display: flex; width: 100%; align-items: center; }
media-volume-range { width: 72px; --media-range-bar-color: var(--_text); --media-range-thumb-background: var(--_text); }
media-play-button, media-mute-button, media-pip-button, media-fullscreen-button, .control { border-radius: 6px; }
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
media-pip-button[mediapipunavailable], media-fullscreen-button[mediafullscreenunavailable],
media-volume-range[mediavolumeunavailable] { display: none; }
.steps { display: inline-flex; }
select.control { padding-inline: 6px; appearance: none; text-align: center; font-weight: 650; }
select.control option { background: oklch(20% 0.01 265); color: var(--_text); }
lockstep-time-range:has(.marker:is(:hover, :focus-visible)) { --media-preview-box-display: none; }
.control:hover, media-control-bar > :is(media-play-button, media-mute-button, media-pip-button,
media-fullscreen-button):hover { background: oklch(100% 0 0 / 0.12); }
button:focus-visible, select:focus-visible { outline: 2px solid var(--_focus); outline-offset: -2px; }
.time { padding-inline: 8px; font-variant-numeric: tabular-nums; white-space: nowrap; }
#total { opacity: 0.72; }
#total:not(:empty)::before { content: ' / '; }
.chapter { flex: 1; line-height: 24px; min-width: 0; padding-inline: 8px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; opacity: 0.8; }
#heat { position: absolute; inset: auto 0 calc(50% + 2px); height: 20px; }
#heat svg { display: block; width: 100%; height: 100%; overflow: visible; }
#heat path { fill: var(--_accent); fill-opacity: 0.5; }
:dir(rtl) #heat svg { transform: scaleX(-1); }
.marker {
  position: absolute;
  top: 50%;
  width: 24px;
  height: 24px;
  margin: 0;
  padding: 0;
  border: 0;
  border-radius: 50%;
  background: none;
  transform: translate(-50%, -50%);
  pointer-events: auto;
  cursor: pointer;
  color: oklch(20% 0.02 75);
  font: 700 10px/14px system-ui, sans-serif;
}
:dir(rtl) .marker { transform: translate(50%, -50%); }
.marker-dot {
  display: inline-block;
  min-width: 8px;
  height: 8px;
  border-radius: 8px;
  background: var(--_text);
  box-shadow: 0 0 0 1.5px oklch(0% 0 0 / 0.65);
  vertical-align: middle;
  transition: scale 0.12s;
}
.marker-quiet .marker-dot { background: none; box-shadow: inset 0 0 0 1.5px var(--_text), 0 0 0 1.5px oklch(0% 0 0 / 0.65); }
.marker-quiet .marker-dot:not(:empty) { color: var(--_text); }
.marker-dot:not(:empty) { min-width: 14px; height: 14px; }
.marker:is(:hover, :focus-visible) .marker-dot { scale: 1.35; background: var(--_accent); }
.marker-card {
  display: none;
  position: absolute;
  inset-block-end: 100%;
  inset-inline-start: 0;
  width: max-content;
  max-width: 260px;
  padding: 6px 10px;
  border-radius: 8px;
  background: var(--_surface);
  color: var(--_text);
  font: 500 0.8125rem/1.4 system-ui, sans-serif;
  text-align: start;
  pointer-events: none;
}
.marker-card-end { inset-inline: auto 0; }
.marker:is(:hover, :focus-visible) .marker-card { display: block; }
#overlay { display: grid; gap: 12px; justify-items: center; padding: 16px; text-align: center; }
#overlay:empty { display: none; }
.message { margin: 0; padding: 6px 12px; border-radius: 8px; background: var(--_surface); }
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
#unmute { margin: 12px; min-height: 36px; align-self: flex-start; }
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
  .spinner { animation-duration: 4s; }
  .marker-dot { transition: none; }
  media-controller { --media-control-transition-in: none; --media-control-transition-out: none; }
}
@media (pointer: coarse) {
  .control { min-width: 44px; height: 44px; }
  media-controller { --media-control-padding: 10px; }
}
@media (forced-colors: active) { .marker-dot { forced-color-adjust: none; } }
@container (width < 480px) { media-volume-range, .chapter, .steps { display: none; } }
@container (width < 320px) { media-mute-button, .time, media-control-bar select, media-pip-button { display: none; } media-fullscreen-button { margin-inline-start: auto; } }
:host([nocontrols]) .chrome { display: none; }
`;
