/** Of the menus and the `?` dialog; they come with them. */
export const MENU_STYLES = `
.menu {
  position: fixed;
  inset: auto;
  margin: 0;
  padding: 6px;
  box-sizing: border-box;
  min-width: 180px;
  max-width: min(340px, calc(100vw - 16px));
  max-height: min(420px, calc(100dvh - 16px));
  overflow: auto;
  border: 1px solid oklch(100% 0 0 / 0.14);
  border-radius: 10px;
  background: var(--_panel);
  color: var(--_text);
  font: 500 0.875rem/1.4 system-ui, sans-serif;
  box-shadow: 0 8px 28px oklch(0% 0 0 / 0.45);
}
.menu-line {
  display: flex;
  align-items: center;
  gap: 12px;
  min-height: 32px;
  padding: 2px 10px;
  box-sizing: border-box;
  border-radius: 6px;
  cursor: pointer;
}
.menu-line span { flex: 1; overflow-wrap: anywhere; text-align: start; }
.menu-line:hover { background: oklch(100% 0 0 / 0.1); }
.menu-line:focus { outline: none; background: oklch(100% 0 0 / 0.1); }
.menu-line:focus-visible { outline: 2px solid var(--_focus); outline-offset: -2px; }
.menu-note { max-width: 50%; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; color: var(--_quiet); font-variant-numeric: tabular-nums; }
.menu:has([aria-checked]) .menu-line:not([data-kind=back], .menu-text)::before { content: ''; flex: none; width: 14px; text-align: center; }
.menu:has([aria-checked]) .menu-line[aria-checked=true]::before { content: '✓' / ''; color: var(--_accent); font-weight: 700; }
.menu-line[data-kind=page]::after { content: '›' / ''; color: var(--_quiet); font-size: 1.2em; line-height: 1; }
.menu:dir(rtl) .menu-line[data-kind=page]::after, .menu:dir(ltr) .menu-line[data-kind=back]::before { content: '‹' / ''; }
.menu:dir(rtl) .menu-line[data-kind=back]::before { content: '›' / ''; }
.menu-line[data-kind=back] { margin-bottom: 4px; border-bottom: 1px solid oklch(100% 0 0 / 0.14); border-radius: 6px 6px 0 0; font-weight: 650; }
.menu:has([aria-checked]) .menu-text { padding-inline-start: 36px; }
.menu-text { min-height: 24px; margin-top: 4px; color: var(--_quiet); font-size: 0.75rem; cursor: default; }
.menu-text:hover { background: none; }
.shortcuts {
  width: min(680px, calc(100vw - 32px));
  max-height: calc(100dvh - 32px);
  padding: 16px 20px 20px;
  box-sizing: border-box;
  border: 1px solid oklch(100% 0 0 / 0.14);
  border-radius: 12px;
  background: var(--_panel);
  color: var(--_text);
  font: 500 0.875rem/1.4 system-ui, sans-serif;
}
.shortcuts::backdrop { background: oklch(0% 0 0 / 0.6); }
.shortcuts-head { display: flex; align-items: center; justify-content: space-between; gap: 16px; }
.shortcuts h2 { margin: 0; font-size: 1.125rem; }
.keys { display: grid; grid-template-columns: repeat(auto-fill, minmax(260px, 1fr)); gap: 0 28px; margin: 12px 0; }
.keys > div { display: flex; align-items: center; gap: 12px; padding: 5px 0; border-bottom: 1px solid oklch(100% 0 0 / 0.1); }
.keys dt { flex: none; min-width: 92px; color: var(--_quiet); }
.keys dd { margin: 0; }
kbd {
  display: inline-block;
  min-width: 1.3em;
  padding: 1px 6px;
  box-sizing: border-box;
  border: 1px solid oklch(100% 0 0 / 0.24);
  border-bottom-width: 2px;
  border-radius: 5px;
  color: var(--_text);
  font: 600 0.75rem/1.5 system-ui, sans-serif;
  text-align: center;
}
.letters { display: grid; grid-template-columns: auto 1fr; gap: 2px 10px; align-items: center; min-height: 32px; cursor: pointer; }
.letters input { width: 18px; height: 18px; margin: 3px; accent-color: var(--_accent); }
.letters input:focus-visible { outline: 2px solid var(--_focus); outline-offset: 2px; }
.letters-help { grid-column: 2; color: var(--_quiet); font-size: 0.8125rem; }
@media (pointer: coarse) { .menu-line { min-height: 44px; } .menu-text { min-height: 24px; } .letters { min-height: 44px; } }
`;
