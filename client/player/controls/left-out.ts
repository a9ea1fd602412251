/**
 * Stands in the build for parts of media-chrome that its others import and we never show (client/vite.config.ts): its
 * own preview and its own `?` dialog. What the others ask of them by name is here, and says nothing.
 */
// oxlint-disable-next-line typescript/no-extraneous-class -- it stands for a class, whose statics are asked for
class LeftOut {
  static shadowRootOptions = { mode: 'open' };
  static getTemplateHTML = (): string => '';
}

export const getHotkeyToken = (): string => '';
export { LeftOut as default };
