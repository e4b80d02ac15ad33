// Builders of the page: every text goes in as text, never as markup.

const data = JSON.parse(document.getElementById('data').textContent);
const {plan, environment, analysis, counts, failures, audits, hosts} = data;
const page = document.getElementById('page');
page.textContent = '';

function element(name, attributes, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) node.setAttribute(key, value);
  for (const child of children.flat(Infinity)) node.append(child instanceof Node ? child : String(child));
  return node;
}
const add = (...nodes) => page.append(...nodes);
const heading = text => add(element('h2', {}, text));
const list = (pairs, kind) => element('dl', {class: kind || ''},
    pairs.map(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]));
const facts = (pairs, kind) => add(list(pairs, kind));

function digits(value, count = 3) {
  if (value === null || value === undefined || !Number.isFinite(Number(value))) return '–';
  const number = Number(value);
  if (number === 0) return '0';
  if (Math.abs(number) >= Math.min(1000, 10 ** count)) return Math.round(number).toLocaleString('en');
  return Math.abs(number) < 0.001 ? number.toExponential(count - 1) : number.toPrecision(count);
}
// No minus before what is rounded to zero.
const fixed = (value, places) => Number.isFinite(value) ? value.toFixed(places).replace(/^-(?=[0.]*$)/, '') : '–';
// Standard deviations: a digit behind the point says nothing of hundreds of them.
const deviations = z => Math.abs(z) >= 100 ? Math.round(z).toLocaleString('en') : fixed(z, 1);
const whole = value => Number(value).toLocaleString('en');
const percent = (share, count) => digits(share * 100, count) + ' %';
const shareOf = share => Number((share * 100).toPrecision(6)) + ' %';

// What has no number stands last, whichever way a column is sorted.
function compare(x, y, direction) {
  if (typeof x === 'string' && typeof y === 'string') return direction * x.localeCompare(y);
  const missing = Number(!Number.isFinite(x)) - Number(!Number.isFinite(y));
  return missing || (Number.isFinite(x) ? direction * (x - y) : 0);
}

function download(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], {type}));
  const link = element('a', {download: name});
  link.href = address;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

// Says on a button what it has done, for eyes and for screen readers.
function announce(button, text) {
  const before = button.textContent;
  button.textContent = text;
  setTimeout(() => { button.textContent = before; }, 1500);
}

// Pages opened from a disk may have no clipboard of the newer kind.
function copy(text, button) {
  const area = element('textarea', {class: 'unseen', 'aria-hidden': 'true'});
  area.value = text;
  document.body.append(area);
  area.select();
  const isCopied = document.execCommand('copy');
  area.remove();
  button.focus();
  announce(button, isCopied ? 'Copied' : 'Not copied');
}

// A leading = + - @ would be a formula to a spreadsheet; an apostrophe keeps it text.
function csvField(value) {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const text = value === null || value === undefined ? '' : String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
  return /[",\n\r]/.test(safe) ? '"' + safe.replaceAll('"', '""') + '"' : safe;
}
// A column that shows several numbers at once names its parts, or a copy would lose them.
function csv(columns, rows) {
  const all = columns.flatMap(column => column.parts ? column.parts.map(([name, value]) => ({name, value})) : [column]);
  return [all.map(column => csvField(column.name)), ...rows.map(row => all.map(column => csvField(column.value(row))))]
      .map(line => line.join(',')).join('\n') + '\n';
}

const FIRST_ROWS = 25;

// Sorts by its headings, copies itself as CSV in full precision, and shows its first rows until asked for all.
function table(caption, columns, rows) {
  let [shown, order, isWhole] = [rows, null, false];
  const body = element('tbody');
  const more = element('button', {type: 'button', class: 'quiet'});
  const copier = element('button', {type: 'button', class: 'quiet', 'aria-label': `Copy as CSV: ${caption || 'table'}`}, 'CSV');
  const line = row => element('tr', {}, columns.map(column => {
    const cell = element('td', {class: column.kind || ''}, column.show ? column.show(row) : column.value(row));
    if (column.title) cell.title = column.title(row);
    return cell;
  }));
  const sorted = () => order ? [...shown].sort((a, b) => compare(order.column.value(a), order.column.value(b), order.direction)) : shown;
  const fill = () => {
    const all = sorted();
    const isLong = all.length > FIRST_ROWS + 5;
    body.replaceChildren(...(isLong && !isWhole ? all.slice(0, FIRST_ROWS) : all).map(line));
    if (all.length === 0) body.append(element('tr', {}, element('td', {colspan: columns.length, class: 'soft'}, 'No row passes the filter.')));
    more.hidden = !isLong;
    more.textContent = isWhole ? `First ${FIRST_ROWS} rows` : `All ${whole(all.length)} rows`;
  };
  more.addEventListener('click', () => { isWhole = !isWhole; fill(); });
  copier.addEventListener('click', () => copy(csv(columns, sorted()), copier));
  const heads = columns.map(column => {
    const button = element('button', {type: 'button'}, column.name);
    const head = element('th', {class: column.kind || '', scope: 'col'}, button);
    button.addEventListener('click', () => {
      order = {column, direction: head.getAttribute('aria-sort') === 'ascending' ? -1 : 1};
      heads.forEach(other => other.removeAttribute('aria-sort'));
      head.setAttribute('aria-sort', order.direction === 1 ? 'ascending' : 'descending');
      fill();
    });
    return head;
  });
  fill();
  const node = element('table', {}, element('thead', {}, element('tr', {}, heads)), body);
  const scroll = element('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption || 'table'}, node);
  const box = element('div', {class: 'table'}, element('div', {class: 'caption'}, element('span', {}, caption || ''), copier), scroll, more);
  box.refill = other => { shown = other; fill(); };
  return box;
}
