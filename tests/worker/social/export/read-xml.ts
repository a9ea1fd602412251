/** What an XML file says: its elements with their attributes and words. Throws where it is not well-formed. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function readXml(file: string): Element {
  // oxlint-disable-next-line no-control-regex -- what XML cannot say
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.test(file))
    throw new Error('A character XML has not.');
  const body = file.replace(/^<\?xml [^>]*\?>\n<!DOCTYPE \w+>\n/, '');
  const outer: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [outer];
  for (const [token] of body.matchAll(/<[^>]*>|[^<]+|</g)) {
    const parent = open.at(-1);
    if (!parent) throw new Error(`After the end: ${token}`);
    if (!token.startsWith('<')) parent.text += decode(token);
    else if (token.startsWith('</')) {
      if (token !== `</${parent.name}>`) throw new Error(`${token} ends ${parent.name}`);
      open.pop();
    } else {
      const element = readTag(token);
      parent.children.push(element);
      if (!token.endsWith('/>')) open.push(element);
    }
  }
  const [root] = outer.children;
  if (!root || open.length !== 1 || outer.children.length !== 1) throw new Error('Not one whole element.');
  return root;
}

function readTag(token: string): Element {
  const match = /^<([\w-]+)((?:\s+[\w-]+="[^"<]*")*)\s*\/?>$/.exec(token);
  if (!match) throw new Error(`Not a tag: ${token}`);
  const pairs = [...(match[2] ?? '').matchAll(/([\w-]+)="([^"]*)"/g)];
  const attributes = Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, decode(value)]));
  return { name: match[1] ?? '', attributes, children: [], text: '' };
}

const decode = (text: string): string =>
  text.replace(/&([^;]*;)?/g, (whole, entity: string | undefined) => {
    const number = /^#(\d+);$/.exec(entity ?? '')?.[1];
    const said =
      number === undefined ? NAMED[entity?.slice(0, -1) ?? ''] : String.fromCodePoint(Number(number));
    if (said === undefined) throw new Error(`Not an entity: ${whole}`);
    return said;
  });

/** Every element of a name, wherever it stands. */
export const everyElement = (element: Element, name: string): Element[] => [
  ...(element.name === name ? [element] : []),
  ...element.children.flatMap((child) => everyElement(child, name)),
];
