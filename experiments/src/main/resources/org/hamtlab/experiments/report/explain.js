// A small trie, node by node: the fragments in use above, what the layout says of the block below.

document.title = 'hamt explain';
add(element('h1', {}, 'A trie and its memory'), element('p', {}, element('code', {}, data.phrase)));

// A cell for each fragment that a branch may use, filled where it is in use.
function fragments(node) {
  const used = new Set(node.children.map(child => child.fragment));
  const size = Math.min(64, 2 ** Math.ceil(Math.log2(Math.max(data.fanOut, Math.max(...used) + 1))));
  return element('div', {class: 'fragments', role: 'img', 'aria-label': `fragments in use: ${[...used].join(', ')}`},
      Array.from({length: size}, (none, at) => element('span', {class: used.has(at) ? 'used' : '', title: `fragment ${at}`})));
}

function block(node) {
  const place = node.fragment < 0 ? '' : element('span', {class: 'place'}, node.fragment);
  if (node.kind === 'entry') return element('li', {}, element('div', {class: 'entry'}, place, node.text));
  return element('li', {}, element('div', {class: 'block'},
      element('div', {}, place, element('b', {}, node.text)),
      node.kind === 'branch' ? fragments(node) : '',
      element('div', {class: 'memory'}, node.memory)),
    element('ul', {}, node.children.map(block)));
}
heading('The trie');
add(element('p', {class: 'soft'}, 'A box is a block of memory; its cells are the fragments that a branch may use, filled where it does. The number before a child is its fragment.'));
add(element('ul', {class: 'trie'}, data.roots.map(block)));

const blocks = [];
(function gather(nodes) {
  for (const node of nodes.filter(each => each.kind !== 'entry')) {
    blocks.push(node);
    gather(node.children);
  }
})(data.roots);
heading('The memory');
add(table('Every block, from the root down', [
  {name: 'node', value: node => node.text},
  {name: 'fragment above', kind: 'number', value: node => node.fragment, show: node => node.fragment < 0 ? '–' : node.fragment},
  {name: 'slots in use', kind: 'number', value: node => node.slots},
  {name: 'block', kind: 'phrase', value: node => node.memory}
], blocks));

// The memory slot by slot, in rows that begin with the slot named; rows without a block are left out.
const [SLOTS_A_ROW, SLOT, ROW, LINE_SLOTS, LEFT] = [128, 8, 22, 16, 64];
function drawn(name, attributes, ...children) {
  const node = document.createElementNS('http://www.w3.org/2000/svg', name);
  Object.entries(attributes).forEach(([key, value]) => node.setAttribute(key, value));
  node.append(...children);
  return node;
}

// What of a block stands in each row.
function pieces({kind, firstSlot, slots}) {
  const all = [];
  for (let from = firstSlot; from < firstSlot + slots; from = (Math.floor(from / SLOTS_A_ROW) + 1) * SLOTS_A_ROW) {
    const row = Math.floor(from / SLOTS_A_ROW);
    const to = Math.min(firstSlot + slots, (row + 1) * SLOTS_A_ROW);
    all.push({row, from: from - row * SLOTS_A_ROW, slots: to - from, kind, said: `${kind}: ${whole(slots)} slots from ${whole(firstSlot)} on`});
  }
  return all;
}

const MAP_STYLE = '.row { fill: var(--wash); stroke: var(--line); } .line { stroke: var(--line); } text { fill: var(--soft); font: 12px system-ui, sans-serif; } .branch { fill: var(--accent); } .compressed { fill: var(--second); } .collision { fill: var(--third); } .table { fill: var(--soft); } .piece { stroke: var(--paper); stroke-width: 1.5; }';
function memoryMap(map) {
  const all = map.blocks.flatMap(pieces);
  const rows = [...new Set(all.map(piece => piece.row))].sort((a, b) => a - b);
  const at = new Map(rows.map((row, index) => [row, index * ROW + 4]));
  const width = LEFT + SLOTS_A_ROW * SLOT;
  const picture = drawn('svg', {viewBox: `0 0 ${width + 2} ${rows.length * ROW + 6}`, role: 'img', 'aria-label': `${map.blocks.length} blocks in ${whole(map.slots)} slots`},
      drawn('style', {}, MAP_STYLE),
      ...rows.map(row => drawn('g', {}, drawn('text', {x: LEFT - 8, y: at.get(row) + 12, 'text-anchor': 'end'}, whole(row * SLOTS_A_ROW)),
          drawn('rect', {class: 'row', x: LEFT, y: at.get(row), width: SLOTS_A_ROW * SLOT, height: ROW - 6}),
          ...Array.from({length: SLOTS_A_ROW / LINE_SLOTS - 1}, (none, line) => (line + 1) * LINE_SLOTS * SLOT + LEFT)
              .map(x => drawn('line', {class: 'line', x1: x, x2: x, y1: at.get(row) - 3, y2: at.get(row) + ROW - 3})))),
      ...all.map(piece => drawn('rect', {class: 'piece ' + piece.kind, x: LEFT + piece.from * SLOT, y: at.get(piece.row), width: piece.slots * SLOT, height: ROW - 6}, drawn('title', {}, piece.said))));
  const saver = element('button', {type: 'button', class: 'quiet', 'aria-label': 'Save the memory as SVG'}, 'SVG');
  saver.addEventListener('click', () => {
    const copied = picture.cloneNode(true);
    const style = getComputedStyle(document.documentElement);
    copied.setAttribute('style', ['wash', 'line', 'soft', 'accent', 'second', 'third', 'paper'].map(name => `--${name}: ${style.getPropertyValue('--' + name)}`).join('; '));
    download('memory.svg', 'image/svg+xml', new XMLSerializer().serializeToString(copied));
  });
  const kinds = map.kinds.map(kind => `${whole(kind.blocks)} of kind ${kind.kind}`).join(', ');
  return element('figure', {}, element('figcaption', {}, element('span', {}, `Blocks in ${whole(map.slots)} slots: ${kinds}; the ticks part cache lines of 64 bytes`), saver), picture);
}
if (data.blockMap && data.blockMap.blocks.length > 0) add(memoryMap(data.blockMap));
heading('In words');
add(element('pre', {tabindex: 0}, data.words));
