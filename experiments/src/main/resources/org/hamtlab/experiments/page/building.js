// The beginning of a page that its script builds from data.

const data = JSON.parse(document.getElementById('data').textContent);
const {plan, environment, analysis, counts, failures, audits, hosts} = data;
const page = document.getElementById('page');
page.textContent = '';

const add = (...nodes) => page.append(...nodes);
const heading = text => add(element('h2', {}, text));
const facts = (pairs, kind) => add(list(pairs, kind));
