/** A strict reader of small XML texts: what is not well-formed throws. */

export type XmlElement = { name: string; attributes: Record<string, string>; children: XmlElement[]; text: string };

const token = /<\?xml [^?]*\?>|<(\/?)([A-Za-z_][\w.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
const legal = /^(?:[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}])*$/u;

export function readXml(xml: string): XmlElement {
  if (!legal.test(xml)) throw new Error('There is a character that XML does not know.');
  const top: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  let end = 0;
  for (const match of xml.matchAll(token)) {
    end += match[0].length;
    take(match, open);
  }
  const [root] = top.children;
  if (end !== xml.length || open.length !== 1 || root === undefined || top.children.length !== 1) {
    throw new Error(`Not well-formed near ${JSON.stringify(xml.slice(end, end + 60))}.`);
  }
  return root;
}

function take([, closing, name, attributes, empty, text]: RegExpMatchArray, open: XmlElement[]): void {
  const inside = open.at(-1);
  if (inside === undefined) throw new Error('There is something behind the end.');
  if (text !== undefined) inside.text += unescaped(text);
  if (name === undefined) return;
  if (closing === '/') {
    if (open.pop()?.name !== name) throw new Error(`</${name}> closes something else.`);
    return;
  }
  const element = { name, attributes: attributesOf(attributes ?? ''), children: [], text: '' };
  inside.children.push(element);
  if (empty !== '/') open.push(element);
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, unescaped(value)]),
  );
}

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };

function unescaped(text: string): string {
  if (text.includes(']]>')) throw new Error('“]]>” stands in a text.');
  return text.replace(/&([^;\s]*;?)/g, (_whole, name: string) => {
    const character = named[name.replace(/;$/, '')];
    if (character === undefined || !name.endsWith(';')) throw new Error(`&${name} is no entity.`);
    return character;
  });
}
