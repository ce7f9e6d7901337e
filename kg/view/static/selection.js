// What is selected, and the part of the address that says so: #entity=…, #statement=…, #edge=…, #phrase=….
// A selection is a kind and a number: of an entity, or of the (first) statement of an edge or a phrase.

function statementsOf({ kind, number }) {
  if (kind === "entity") return concerning(model.entities[number]);
  const statement = model.statements[number];
  if (kind === "statement") return [statement];
  if (kind === "edge") return model.edges[statement.edge].statements.map((other) => model.statements[other]);
  return model.statements.filter((other) => other.object < 0 && other.ends[1] === statement.ends[1]);
}

/** Keys of the nodes that a selection is about. */
function keysOf({ kind, number }) {
  if (kind === "entity") return [number];
  const { ends } = model.statements[number];
  return kind === "phrase" ? [ends[1]] : ends;
}

/** Keys of the selected edges; null if the selection is a node. */
function edgesOf({ kind, number }) {
  return kind === "statement" || kind === "edge" ? [model.statements[number].edge] : null;
}

/** Selects; `focus` says that the reader is on the keyboard and goes on reading in the panel. */
function select(selection, { focus = false } = {}) {
  show(selection);
  const { kind, number } = selection;
  location.hash = `${kind}=${encodeURIComponent((kind === "entity" ? model.entities : model.statements)[number].id)}`;
  if (focus) enterPanel();
}

function show(selection) {
  change({ selection, problem: null });
  bringIntoView();
}

/** Gets what is selected onto the drawing and into the window, if the drawing is what the reader looks at. */
function bringIntoView() {
  if (!state.selection || state.view !== "graph") return;
  const keys = keysOf(state.selection);
  widenScope(keys);
  requestAnimationFrame(() => reveal(keys)); // once the panel has its size
}

function clearSelection() {
  if (location.hash) location.hash = "";
  change({ selection: null, problem: null });
  leavePanel();
}

function sameSelection(a, b) {
  return a?.kind === b?.kind && a?.number === b?.number;
}

/** What the address names; undefined if nothing, null if something that is not there. */
function selectionOfAddress() {
  const [, kind, id] = /^#(entity|statement|edge|phrase)=(.*)$/.exec(location.hash) ?? [];
  if (!kind) return undefined;
  const found = (kind === "entity" ? model.byEntity : model.byStatement).get(decoded(id));
  return found ? { kind, number: found.number } : null;
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray per cent sign: somebody typed it
  }
}

function followAddress() {
  const found = selectionOfAddress();
  if (found && !sameSelection(found, state.selection)) show(found);
  else if (found === undefined && state.selection) change({ selection: null, problem: null });
  else if (found === null)
    change({ selection: null, problem: say("unknown_link", { name: decoded(location.hash.slice(1)) }) });
}
