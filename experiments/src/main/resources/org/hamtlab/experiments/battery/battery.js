// The page of the hash battery: one table over all mixers, then a section for each.

const surprise = bits => bits >= 1000 ? '≥ 1000' : bits.toFixed(1);
const mixerName = (mixer, judged) => `${mixer.mixer} at ${judged.bits} bits`;
const all = data.mixers.flatMap(mixer => mixer.judgements.map(judged => ({mixer, judged})));
const anchor = index => 'mixer' + index;

add(element('h1', {}, 'Hash battery'));
add(element('p', {}, `Every test gives the negative binary logarithm of its p-value under an ideal random function: from ${data.warns} on it warns, from ${data.fails} on it fails. “Even” deviates as much, but towards evenness, which harms no trie. Mixers are compared at equal bits; there is no single score.`));

add(table('All mixers: how many tests said what', [
  {name: 'mixer', value: row => mixerName(row.mixer, row.judged), kind: 'phrase',
    show: row => element('a', {href: '#' + anchor(all.indexOf(row))}, mixerName(row.mixer, row.judged))},
  ...['tests', 'pass', 'even', 'warn', 'fail'].map(name =>
    ({name, kind: 'number', value: row => row.judged[name], show: row => whole(row.judged[name])})),
  {name: 'tests that fail', value: row => failing(row.judged).length, show: row => failing(row.judged).join(', ') || '–'}
], all));

function failing(judged) {
  return judged.worst.filter(row => row.verdict === 'fail').map(row => row.test);
}

// One hue: the page's accent, as strong as the square root of the distance from one half.
const paints = [];
function heatMap(judged, cell) {
  const size = judged.bits * cell;
  const canvas = element('canvas', {width: size, height: size, role: 'img',
    'aria-label': `Avalanche matrix: rows are input bits, columns output bits; largest distance from one half ${digits(farthest(judged.flips))}`});
  paints.push(() => {
    const style = getComputedStyle(document.documentElement);
    const pen = canvas.getContext('2d');
    pen.globalAlpha = 1;
    pen.fillStyle = style.getPropertyValue('--paper').trim();
    pen.fillRect(0, 0, size, size);
    pen.fillStyle = style.getPropertyValue('--accent').trim();
    judged.flips.forEach((row, input) => row.forEach((share, output) => {
      pen.globalAlpha = Math.sqrt(Math.abs(2 * share - 1));
      pen.fillRect(output * cell, input * cell, cell, cell);
    }));
  });
  canvas.addEventListener('mousemove', event => {
    const [output, input] = [event.offsetX, event.offsetY].map(at => Math.min(judged.bits - 1, Math.max(0, Math.floor(at / cell))));
    canvas.title = `input bit ${input} flips output bit ${output} for ${percent(judged.flips[input][output])} of the keys`;
  });
  return canvas;
}
const farthest = flips => Math.max(...flips.flat().map(share => Math.abs(share - 0.5)));

// The same as vectors, for a figure that is saved.
const SAVED_CELL = 8;
function matrix(judged) {
  const style = getComputedStyle(document.documentElement);
  const [size, accent] = [judged.bits * SAVED_CELL, style.getPropertyValue('--accent').trim()];
  return drawn('svg', {viewBox: `0 0 ${size} ${size}`, width: size, height: size, style: 'background: ' + style.getPropertyValue('--paper').trim()},
      ...judged.flips.flatMap((row, input) => row.map((share, output) => drawn('rect', {x: output * SAVED_CELL, y: input * SAVED_CELL,
        width: SAVED_CELL, height: SAVED_CELL, fill: accent, 'fill-opacity': Math.sqrt(Math.abs(2 * share - 1)).toFixed(3)},
        drawn('title', {}, `input bit ${input}, output bit ${output}: ${percent(share)}`)))));
}

function caption(judged) {
  return `Avalanche at ${judged.bits} bits: rows are input bits, columns output bits, bit 0 first. Blank where half of the keys flip, full where all or none do; farthest from one half: ${digits(farthest(judged.flips))}.`;
}

function section({mixer, judged}, index) {
  add(element('h2', {id: anchor(index)}, mixerName(mixer, judged)));
  add(element('p', {class: 'soft'}, `${mixer.source} · verification ${mixer.verification}`));
  add(element('div', {class: 'maps'}, element('figure', {}, heatMap(judged, judged.bits === 64 ? 5 : 8),
    element('figcaption', {}, element('span', {}, caption(judged)), saver(`Avalanche of ${mixerName(mixer, judged)}`, () => matrix(judged))))));
  add(table('The worst result of each test', [
    {name: 'test', value: row => row.test, kind: 'word'},
    {name: 'tests', kind: 'number', value: row => row.tests, show: row => whole(row.tests)},
    {name: 'keys', kind: 'number', value: row => row.size, show: row => whole(row.size)},
    {name: 'of', value: row => row.keys},
    {name: 'statistic', value: row => row.detail},
    {name: 'value', kind: 'number', value: row => row.statistic, show: row => digits(row.statistic, 4)},
    {name: '−log₂ p', kind: 'number', value: row => row.surprise, show: row => surprise(row.surprise)},
    {name: 'verdict', kind: 'word', value: row => row.verdict, show: row => element('span', {class: row.verdict}, row.verdict)}
  ], judged.worst));
  const inWidth = mixer.judgements.indexOf(judged) === mixer.judgements.length - 1;
  if (inWidth) details(mixer, judged);
}

function details(mixer, judged) {
  add(element('details', {}, element('summary', {}, 'Equal hashes and chosen hash codes'),
    table('Keys of Java programs that share a hash with an earlier one', [
      {name: 'keys', value: row => row.keys},
      {name: 'number', kind: 'number', value: row => row.size, show: row => whole(row.size)},
      {name: 'before mixing', kind: 'number', value: row => row.before, show: row => whole(row.before)},
      {name: `after, ${judged.bits} bits`, kind: 'number', value: row => row.after, show: row => whole(row.after)}
    ], judged.collisions),
    table('What chosen hash codes cost a map of @default', [
      {name: 'hash codes', value: row => row.keys},
      {name: 'keys', kind: 'number', value: row => row.entries, show: row => whole(row.entries)},
      {name: 'branches', kind: 'number', value: row => row.internalNodes, show: row => whole(row.internalNodes)},
      {name: 'mean level', kind: 'number', value: row => row.meanLeafLevel, show: row => digits(row.meanLeafLevel)},
      {name: 'deepest', kind: 'number', value: row => row.maxDepth},
      {name: 'collision nodes', kind: 'number', value: row => row.collisionNodes, show: row => whole(row.collisionNodes)}
    ], mixer.adversary)));
}

heading('Avalanche of all mixers');
add(element('p', {class: 'soft'}, 'Rows are input bits, columns output bits, bit 0 first. Blank where half of the keys flip, full where all or none do.'));
add(element('div', {class: 'maps'}, all.map(({mixer, judged}, index) =>
  element('figure', {class: 'small'}, heatMap(judged, 128 / judged.bits),
    element('figcaption', {}, element('a', {href: '#' + anchor(index)}, mixerName(mixer, judged)))))));
all.forEach(section);
const paint = () => paints.forEach(each => each());
paint();
window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', paint);
for (const [event, isPrinting] of [['beforeprint', true], ['afterprint', false]]) {
  window.addEventListener(event, () => {
    document.documentElement.classList.toggle('printing', isPrinting);
    paint();
  });
}
