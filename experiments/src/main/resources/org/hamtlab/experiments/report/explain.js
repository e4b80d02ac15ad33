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
add(table('Every node and its block, from the root down', [
  {name: 'node', kind: 'word', value: node => node.text},
  {name: 'fragment above', kind: 'number', value: node => node.fragment, show: node => node.fragment < 0 ? '–' : node.fragment},
  {name: 'slots in use', kind: 'number', value: node => node.slots},
  {name: 'block', kind: 'phrase', value: node => node.memory}
], blocks));

// The memory slot by slot, in rows that begin with the slot named; rows without a block are left out.
const [SLOTS_A_ROW, SLOT, ROW, LINE_SLOTS, LEFT] = [64, 12, 22, 16, 64];

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

// A square of its colour before the name of each kind of block.
const [LEGEND, LETTER] = [26, 6.6];
function legend(kinds) {
  let x = LEFT;
  return kinds.flatMap(({kind, blocks}) => {
    const [at, name] = [x, blocks === 1 ? kind : `${kind}, ${whole(blocks)} blocks`];
    x += 40 + name.length * LETTER;
    return [drawn('rect', {class: kind, x: at, y: 4, width: 12, height: 12}), drawn('text', {x: at + 18, y: 14}, name)];
  });
}

function memoryMap(map) {
  const all = map.blocks.flatMap(pieces);
  const rows = [...new Set(all.map(piece => piece.row))].sort((a, b) => a - b);
  const at = new Map(rows.map((row, index) => [row, index * ROW + 4 + LEGEND]));
  const width = LEFT + SLOTS_A_ROW * SLOT;
  const said = map.kinds.map(kind => `${whole(kind.blocks)} of kind ${kind.kind}`).join(', ');
  const picture = drawn('svg', {class: 'map', viewBox: `0 0 ${width + 2} ${LEGEND + rows.length * ROW + 6}`, role: 'img', 'aria-label': `Blocks in ${whole(map.slots)} slots: ${said}`},
      ...legend(map.kinds),
      ...rows.map(row => drawn('g', {}, drawn('text', {x: LEFT - 8, y: at.get(row) + 12, 'text-anchor': 'end'}, whole(row * SLOTS_A_ROW)),
          drawn('rect', {class: 'row', x: LEFT, y: at.get(row), width: SLOTS_A_ROW * SLOT, height: ROW - 6}),
          ...Array.from({length: SLOTS_A_ROW / LINE_SLOTS - 1}, (none, line) => (line + 1) * LINE_SLOTS * SLOT + LEFT)
              .map(x => drawn('line', {class: 'line', x1: x, x2: x, y1: at.get(row) - 3, y2: at.get(row) + ROW - 3})))),
      ...all.map(piece => drawn('rect', {class: 'piece ' + piece.kind, x: LEFT + piece.from * SLOT, y: at.get(piece.row), width: piece.slots * SLOT, height: ROW - 6}, drawn('title', {}, piece.said))));
  const title = `The ${whole(map.slots)} slots that the allocator holds, ${SLOTS_A_ROW} a row, and the blocks in them; ticks part cache lines of 64 bytes`;
  return element('figure', {}, element('figcaption', {}, element('span', {}, title), saver('memory', () => standalone(picture))), picture);
}
if (data.blockMap && data.blockMap.blocks.length > 0) add(memoryMap(data.blockMap));
heading('In words');
add(element('pre', {tabindex: 0}, data.words));
