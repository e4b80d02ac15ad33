// What is chosen at the top of the page, and what depends on it.

const chosen = {operation: '', keys: '', level: '', text: ''};
const dependants = [];
const byId = new Map(plan.treatments.map(each => [each.id, each]));
const cellsOf = new Map();
const groupKey = (operation, keys) => operation + '\u0000' + keys;
for (const cell of analysis.cells) {
  const key = groupKey(cell.operation, cell.keys);
  if (!cellsOf.has(key)) cellsOf.set(key, []);
  cellsOf.get(key).push(cell);
}
const levelOf = (treatment, factor) => ((byId.get(treatment) || {}).levels || {})[factor];

function admitsTreatment(id) {
  const treatment = byId.get(id);
  if (!treatment) return true;
  if (chosen.level !== '') {
    const {factor, level} = levels[Number(chosen.level)];
    if (levelOf(id, factor) !== level) return false;
  }
  const words = chosen.text.toLowerCase().split(/\s+/).filter(word => word !== '');
  const text = `${id} ${treatment.label} ${treatment.phrase}`.toLowerCase();
  return words.every(word => text.includes(word));
}
const admitsGroup = row => (chosen.operation === '' || row.operation === undefined || row.operation === chosen.operation)
    && (chosen.keys === '' || row.keys === undefined || row.keys === chosen.keys);
const admits = row => admitsGroup(row) && (row.treatment === undefined || admitsTreatment(row.treatment));

// Those of a group that the filter lets through; the baseline always, or ratios would have nothing beside them.
const groupCells = group => (cellsOf.get(groupKey(group.operation, group.keys)) || [])
    .filter(cell => cell.claim === 'baseline' || admitsTreatment(cell.treatment));
const groups = plan.operations.flatMap(operation => plan.keySets.map(set => ({operation, keys: set.keys})))
    .filter(group => cellsOf.has(groupKey(group.operation, group.keys)));
const groupTitle = group => plan.keySets.length === 1 ? group.operation : `${group.operation}, ${group.keys}`;
// Numbers in their order, words in that of the plan, in which the baseline's comes first.
const inOrder = all => all.every(each => each !== '' && Number.isFinite(Number(each))) ? [...all].sort((a, b) => a - b) : all;
const levels = plan.factors.flatMap(({name, levels: all}) => inOrder(all).map(level => ({factor: name, level})));

// A table whose rows obey the filter.
function live(caption, columns, rows) {
  const box = table(caption, columns, rows);
  dependants.push(() => box.refill(rows.filter(admits)));
  return box;
}

function select(name, choices, change) {
  const box = element('select', {name, 'aria-label': name}, choices.map(([value, text]) => element('option', {value}, text)));
  box.addEventListener('change', () => change(box.value));
  return box;
}
const labelled = (text, control) => element('label', {}, element('span', {}, text), control);

function filterBar() {
  const state = element('span', {class: 'soft', role: 'status'});
  const clear = element('button', {type: 'button', class: 'quiet'}, 'Clear');
  const apply = () => {
    const passing = plan.treatments.filter(each => admitsTreatment(each.id)).length;
    const isOff = Object.values(chosen).every(value => value === '');
    state.textContent = `${whole(passing)} of ${whole(plan.treatments.length)} treatments`;
    clear.hidden = isOff;
    bar.classList.toggle('active', !isOff);
    dependants.forEach(each => each());
  };
  const set = name => value => { chosen[name] = value; apply(); };
  const controls = [
    ['operation', select('operation', [['', 'all'], ...plan.operations.map(each => [each, each])], set('operation'))],
    ['keys', select('keys', [['', 'all'], ...plan.keySets.map(each => [each.keys, each.keys])], set('keys'))],
    ['factor level', select('factor level', [['', 'all'], ...levels.map(({factor, level}, index) => [index, `${factor}=${level}`])], set('level'))]
  ];
  const text = element('input', {type: 'search', name: 'text', 'aria-label': 'text in the phrase', placeholder: 'words of the phrase'});
  let waiting;
  text.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => set('text')(text.value), 120);
  });
  clear.addEventListener('click', () => {
    Object.keys(chosen).forEach(name => { chosen[name] = ''; });
    controls.forEach(([, control]) => { control.value = ''; });
    text.value = '';
    apply();
    text.focus();
  });
  const bar = element('form', {class: 'filter', role: 'search', 'aria-label': 'Filter'},
      controls.filter(([, control]) => control.options.length > 2).map(([name, control]) => labelled(name, control)),
      labelled('text', text), state, clear);
  bar.addEventListener('submit', event => event.preventDefault());
  apply();
  return bar;
}
