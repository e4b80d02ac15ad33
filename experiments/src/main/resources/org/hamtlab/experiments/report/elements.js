// Builders of the page: every text goes in as text, never as markup.

const data = JSON.parse(document.getElementById('data').textContent);
const {plan, environment, analysis, counts, failures} = data;
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
  if (Math.abs(number) >= 1000) return Math.round(number).toLocaleString('en');
  return Math.abs(number) < 0.001 ? number.toExponential(count - 1) : number.toPrecision(count);
}
const whole = value => Number(value).toLocaleString('en');
const percent = (share, count) => digits(share * 100, count) + ' %';
const shareOf = share => Number((share * 100).toPrecision(6)) + ' %';

// What has no number stands last, whichever way a column is sorted.
function compare(x, y, direction) {
  if (typeof x === 'string' && typeof y === 'string') return direction * x.localeCompare(y);
  const missing = Number(!Number.isFinite(x)) - Number(!Number.isFinite(y));
  return missing || (Number.isFinite(x) ? direction * (x - y) : 0);
}

function table(caption, columns, rows) {
  const body = element('tbody');
  const fill = sorted => body.replaceChildren(...sorted.map(row => element('tr', {},
      columns.map(column => {
        const cell = element('td', {class: column.kind || ''}, column.show ? column.show(row) : column.value(row));
        if (column.title) cell.title = column.title(row);
        return cell;
      }))));
  const heads = columns.map(column => {
    const button = element('button', {type: 'button'}, column.name);
    const head = element('th', {class: column.kind || '', scope: 'col'}, button);
    button.addEventListener('click', () => {
      const direction = head.getAttribute('aria-sort') === 'ascending' ? -1 : 1;
      heads.forEach(other => other.removeAttribute('aria-sort'));
      head.setAttribute('aria-sort', direction === 1 ? 'ascending' : 'descending');
      fill([...rows].sort((a, b) => compare(column.value(a), column.value(b), direction)));
    });
    return head;
  });
  fill(rows);
  const node = element('table', {}, element('thead', {}, element('tr', {}, heads)), body);
  const box = element('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption || 'table'}, node);
  return caption ? element('div', {}, element('p', {class: 'caption'}, caption), box) : box;
}
