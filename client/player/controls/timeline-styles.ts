/** What stands on the bar: heat, markers, the preview. Time runs from left to right in every language. */
export const TIMELINE_STYLES = `
#heat { position: absolute; inset: auto 0 calc(50% + 2px); height: 20px; }
#heat svg { display: block; width: 100%; height: 100%; overflow: visible; }
#heat path { fill: var(--_accent); fill-opacity: 0.5; }
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
.marker-span {
  position: absolute;
  top: calc(50% + 4px);
  height: 5px;
  min-width: 3px;
  box-sizing: border-box;
  border: solid var(--_text);
  border-width: 0 1.5px 1.5px;
  border-radius: 0 0 2px 2px;
  filter: drop-shadow(0 0 1px oklch(0% 0 0 / 0.8));
}
.marker-span-quiet { opacity: 0.55; }
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
#preview {
  inset: auto auto 100%;
  margin-bottom: 14px;
  width: max-content;
  max-width: min(220px, 90cqw);
  overflow: hidden;
  border-radius: 8px;
  background: var(--_panel);
  box-shadow: 0 4px 16px oklch(0% 0 0 / 0.5);
  color: var(--_text);
  font: 500 0.8125rem/1.4 system-ui, sans-serif;
  text-align: center;
  transform: translateX(-50%);
}
.preview-picture { margin-inline: auto; background-repeat: no-repeat; }
.preview-chapter { padding: 4px 10px 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.preview-time { display: block; padding: 2px 10px 4px; color: var(--_quiet); font-variant-numeric: tabular-nums; }
@media (prefers-reduced-motion: reduce) { .marker-dot { transition: none; } }
@media (forced-colors: active) {
  .marker-dot { forced-color-adjust: none; }
  #preview { border: 1px solid CanvasText; }
}
`;
