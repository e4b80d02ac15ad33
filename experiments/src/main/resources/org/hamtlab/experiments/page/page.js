// What all pages share: elements, numbers, tables that sort and are copied, figures that are saved.
// Every text goes in as text, never as markup.

function element(name, attributes, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) node.setAttribute(key, value);
  for (const child of children.flat(Infinity)) node.append(child instanceof Node ? child : String(child));
  return node;
}
const list = (pairs, kind) => element('dl', {class: kind || ''},
    pairs.map(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]));

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
  if (typeof x === 'string' && typeof y === 'string') return direction * x.localeCompare(y, 'en', {numeric: true});
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
// A column of the page may be several fields of the file, such as an estimate and the ends of its interval.
function csv(columns, rows) {
  const fields = columns.flatMap(column => column.fields || [column]);
  return [fields.map(field => csvField(field.name)), ...rows.map(row => fields.map(field => csvField(field.value(row))))]
      .map(line => line.join(',')).join('\n') + '\n';
}

const [FIRST_ROWS, MOST_PRINTED_ROWS] = [25, 200];

// Sorts by its headings, copies itself as CSV in full precision, and shows its first rows until asked for all, or printed.
function table(caption, columns, rows, first = FIRST_ROWS) {
  let [shown, order, isWhole, isPrinted] = [rows, null, false, false];
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
    const isLong = all.length > first + 5;
    const isCut = isLong && !isWhole && !(isPrinted && all.length <= MOST_PRINTED_ROWS);
    body.replaceChildren(...(isCut ? all.slice(0, first) : all).map(line));
    if (all.length === 0) body.append(element('tr', {}, element('td', {colspan: columns.length, class: 'soft'}, 'No row passes the filter.')));
    more.hidden = !isLong;
    more.textContent = isWhole ? `First ${first} rows` : `All ${whole(all.length)} rows`;
  };
  more.addEventListener('click', () => { isWhole = !isWhole; fill(); });
  for (const event of ['beforeprint', 'afterprint']) {
    window.addEventListener(event, () => { isPrinted = event === 'beforeprint'; fill(); });
  }
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

// A part of a picture.
function drawn(name, attributes, ...children) {
  const node = document.createElementNS('http://www.w3.org/2000/svg', name);
  Object.entries(attributes).forEach(([key, value]) => node.setAttribute(key, value));
  node.append(...children);
  return node;
}

// What a page's style says of a part of a picture, for a picture that leaves the page.
const DRAWN = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'opacity'];
const WRITTEN = ['fill', 'font-family', 'font-size', 'font-weight'];
function standalone(picture) {
  const copied = picture.cloneNode(true);
  const copies = copied.querySelectorAll('line, polyline, path, rect, circle, text');
  picture.querySelectorAll('line, polyline, path, rect, circle, text').forEach((part, at) => {
    const style = getComputedStyle(part);
    for (const name of part.tagName === 'text' ? WRITTEN : DRAWN) copies[at].setAttribute(name, style.getPropertyValue(name));
    copies[at].removeAttribute('class');
  });
  copied.removeAttribute('class');
  const {width, height} = picture.viewBox.baseVal;
  copied.setAttribute('width', width);
  copied.setAttribute('height', height);
  copied.style.background = getComputedStyle(document.body).backgroundColor;
  return copied;
}

// A button that saves a figure; `picture` gives what is saved.
function saver(title, picture) {
  const button = element('button', {type: 'button', class: 'quiet', 'aria-label': `Save as SVG: ${title}`}, 'SVG');
  button.addEventListener('click', () => download(title.replace(/[^A-Za-z0-9.]+/g, '-').slice(0, 80) + '.svg',
      'image/svg+xml', new XMLSerializer().serializeToString(picture())));
  return button;
}
