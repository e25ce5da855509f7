// The page's whole acquaintance with building elements: one function. Text goes
// in as text nodes only, so nothing a reader pastes can ever become markup.

/** @typedef {Node | string | number | null | undefined | false} Child */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, any>} [props] `class`, `on` {event: listener}, `data` {key: value}; anything else is an attribute
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (key === 'class') node.className = value;
    else if (key === 'on') for (const [event, listener] of Object.entries(value)) node.addEventListener(event, /** @type {any} */ (listener));
    else if (key === 'data') Object.assign(node.dataset, value);
    else node.setAttribute(key, value === true ? '' : String(value));
  }
  node.append(...texts(children.flat()));
  return node;
}

/**
 * @param {Element} node
 * @param {...(Child | Child[])} children
 */
export function fill(node, ...children) {
  node.replaceChildren(...texts(children.flat()));
}

/** @param {Child[]} children @returns {(Node | string)[]} */
function texts(children) {
  /** @type {(Node | string)[]} */
  const out = [];
  for (const child of children) {
    if (child === null || child === undefined || child === false || child === '') continue;
    out.push(typeof child === 'number' ? String(child) : child);
  }
  return out;
}

/**
 * The element with this id; a page without it is broken, so it throws.
 * @template {HTMLElement} [T=HTMLElement]
 * @param {string} id
 * @returns {T}
 */
export function byId(id) {
  const node = document.getElementById(id);
  if (!node) throw new Error(`#${id} is missing from the page`);
  return /** @type {T} */ (node);
}
