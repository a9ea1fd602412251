/** One line of a menu. Choosing closes the menu, but for what opens another page of it. */
export type MenuItem =
  | { kind: 'action'; label: string; choose: () => void }
  /** One of several: those of a menu that stand together. */
  | { kind: 'radio'; label: string; note?: string; isChecked: boolean; choose: () => void }
  | { kind: 'check'; label: string; isChecked: boolean; choose: () => void }
  /** Leads to a page of its own. */
  | { kind: 'page'; label: string; value: string; items: () => MenuItem[] }
  /** Said, not chosen. */
  | { kind: 'text'; label: string };

export interface Menu {
  name: string;
  items: MenuItem[];
}
