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
heading('In words');
add(element('pre', {tabindex: 0}, data.words));
