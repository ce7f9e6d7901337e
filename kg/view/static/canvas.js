// The drawing: vis-network without physics, our words on its edges, and what clicks and keys do.

const FADE_LIMIT = 1200; // nodes and edges up to which all that is not selected fades
const MARGIN = 26; // pixels around the graph
const NARROW = 480; // pixels of the sheet's width below which it does not shrink everything into view
const LEGIBLE = 0.5; // zoom at which it stops then
const BUTTONS = 36; // pixels that the buttons take of the right side
const PAN = 60; // pixels of an arrow key
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
const drawing = {
  network: null,
  nodes: null,
  edges: null,
  points: new Map(),
  counts: new Map(),
  tags: null,
  hovered: null,
  busy: true,
};

function startCanvas() {
  drawing.nodes = new vis.DataSet();
  drawing.edges = new vis.DataSet();
  drawing.network = new vis.Network(byId("canvas"), drawing, {
    autoResize: true,
    physics: false,
    layout: { improvedLayout: false },
    interaction: { hover: true, selectConnectedEdges: false, hoverConnectedEdges: false, zoomSpeed: 0.7 },
    nodes: { scaling: { label: { drawThreshold: 5 } } },
    edges: { selectionWidth: 1.5, hoverWidth: 0.8, arrowStrikethrough: false },
  });
  drawing.network.on("afterDrawing", drawTags);
  drawing.network.on("click", ({ pointer }) => selectAt(pointer.DOM));
  drawing.network.on("doubleClick", ({ nodes }) => focusNode(nodes[0]));
  drawing.network.on("dragging", ({ nodes }) => nodes.length && forgetTags());
  drawing.network.on("hoverNode", ({ node }) => hover({ node }));
  drawing.network.on("hoverEdge", ({ edge }) => hover({ edge }));
  drawing.network.on("blurNode", () => hover(null));
  drawing.network.on("blurEdge", () => hover(null));
  byId("canvas").querySelector(".vis-network").tabIndex = -1; // one stop on the keyboard's way is enough
  byId("canvas").addEventListener("keydown", onCanvasKey);
  byId("canvas").addEventListener("pointermove", moveHint);
  byId("canvas").addEventListener("pointerleave", () => hover(null));
}

/** Brings nodes and edges up to date with filters and scope. */
function updateDrawing() {
  const { points, edges } = onDrawing();
  drawing.busy = true; // vis-network draws while items are still being added
  drawing.points = points;
  drawing.counts = edges;
  const large = points.size + edges.size > FADE_LIMIT;
  drawing.large = large;
  drawing.network.setOptions({ interaction: { hideEdgesOnDrag: large, hideEdgesOnZoom: large } });
  restyle();
}

/** Draws everything anew in the colours of the theme and of what is selected. */
function restyle() {
  const strong = highlighted();
  const faded = (set, key) => Boolean(strong) && !set.has(key);
  const nodes = [...drawing.points].map(([key, point]) =>
    nodeStyle(nodeOf(key), point, strong && faded(strong.nodes, key)),
  );
  const edges = [...drawing.counts.keys()].map((key) =>
    edgeStyle(model.edges[key], drawing.points, strong && faded(strong.edges, key)),
  );
  drawing.busy = true;
  replaceItems(drawing.nodes, nodes);
  replaceItems(drawing.edges, edges);
  markSelection();
  drawing.busy = false;
  forgetTags();
  drawing.network.redraw();
}

function replaceItems(set, items) {
  const kept = new Set(items.map((item) => item.id));
  set.remove(set.getIds().filter((id) => !kept.has(id)));
  set.update(items);
}

/** What stands out: the selected node or edge with its neighbours; null if nothing is selected or too much is drawn. */
function highlighted() {
  const { selection } = state;
  if (!selection || drawing.points.size + drawing.counts.size > FADE_LIMIT) return null;
  const touched = new Set(edgesOf(selection) ?? statementsOf(selection).map((statement) => statement.edge));
  const edges = new Set([...drawing.counts.keys()].filter((key) => touched.has(key)));
  const nodes = new Set([...edges].flatMap((key) => [model.edges[key].from, model.edges[key].to]));
  keysOf(selection).forEach((key) => nodes.add(key));
  return { nodes, edges };
}

function markSelection() {
  const { selection } = state;
  const keys = selection ? keysOf(selection).filter((key) => drawing.points.has(key)) : [];
  const edges = selection ? (edgesOf(selection) ?? []).filter((key) => drawing.counts.has(key)) : [];
  drawing.network.setSelection(
    { nodes: edges.length ? [] : keys, edges },
    { unselectAll: true, highlightEdges: false },
  );
}

// -- words on the edges ----------------------------------------------------------------------------------------------

function forgetTags() {
  drawing.tags = null;
  drawing.ranked = null;
}

function drawTags(context) {
  if (drawing.busy) return;
  const scale = drawing.network.getScale();
  drawing.tags ??= layTags(context);
  const strong = highlighted();
  const view = visibleBox();
  for (const tag of drawing.tags) {
    if (!overlap(view, boxAround(tag.point, tag))) continue;
    const chosen =
      tag.edge === drawing.hovered?.edge || Boolean(state.selection && edgesOf(state.selection)?.includes(tag.edge));
    const faded = Boolean(strong) && !strong.edges.has(tag.edge) && !chosen;
    drawTag(context, tag, { words: chosen || (tag.free && scale >= TAG_SCALE), faded, strong: chosen });
  }
  drawNames(context, (key) => Boolean(strong) && !strong.nodes.has(key));
}

function layTags(context) {
  const order = [...drawing.counts].sort(([a], [b]) => a - b);
  const tags = order.map(([key, count]) => tagOf(model.edges[key], count, context));
  const boxes = [...drawing.points.keys()].flatMap((key) => nodeBoxes(nodeOf(key), drawing.network.getPosition(key)));
  return placedTags(tags, boxes, pointOnEdge);
}

/** A point along a drawn edge. vis-network has no public way to ask; the vendored version has this one. */
function pointOnEdge(key, at) {
  return drawing.network.body.edges[key].edgeType.getPoint(at);
}

function visibleBox() {
  const { width, height } = openWindow();
  const [start, end] = [
    { x: 0, y: 0 },
    { x: width, y: height },
  ].map((point) => drawing.network.DOMtoCanvas(point));
  return { left: start.x, top: start.y, right: end.x, bottom: end.y };
}

/** The key of the edge whose words are at a point of the element. */
function tagAt(point) {
  if (drawing.network.getScale() < TAG_SCALE || !drawing.tags) return undefined;
  const { x, y } = drawing.network.DOMtoCanvas(point);
  return drawing.tags.find(
    (tag) => tag.free && overlap(boxAround(tag.point, tag), { left: x, right: x, top: y, bottom: y }),
  )?.edge;
}

// -- pointing and clicking ---------------------------------------------------------------------------------------------

function selectAt(point) {
  const node = drawing.network.getNodeAt(point) ?? nameAt(drawing.network.DOMtoCanvas(point));
  if (node !== undefined) return selectNode(node);
  const edge = tagAt(point) ?? drawing.network.getEdgeAt(point);
  return edge === undefined ? clearSelection() : selectEdge(edge);
}

function selectNode(key) {
  if (key < model.entities.length) select({ kind: "entity", number: key });
  else select({ kind: "phrase", number: model.edges.find((edge) => edge.to === key).statements[0] });
}

function selectEdge(key) {
  const numbers = model.edges[key].statements;
  select({ kind: numbers.length === 1 ? "statement" : "edge", number: numbers[0] });
}

function focusNode(key) {
  if (key !== undefined && key < model.entities.length) chooseScope({ kind: "entity", entity: key, chosen: true });
}

function hover(found) {
  drawing.hovered = found;
  byId("canvas").classList.toggle("pointing", Boolean(found));
  const hint = byId("hint");
  hint.hidden = !found;
  if (found) replaceContent(hint, hintFor(found));
  drawing.network.redraw();
}

function hintFor({ node, edge }) {
  if (node !== undefined)
    return isolated(node < model.entities.length ? nodeHint(model.entities[node]) : literalOf(node));
  const numbers = model.edges[edge].statements;
  const first = model.statements[numbers[0]];
  const more = numbers.length > 1 ? say("same_edge", { n: numbers.length }) : qualifierWords(first);
  return [isolated(inWords(first)), more && el("small", {}, more)];
}

function nodeHint(entity) {
  return `${entity.label} · ${model.types[entity.type].label} · ${say("count_statements", { n: concerning(entity).length })}`;
}

function literalOf(key) {
  return model.statements[model.edges.find((edge) => edge.to === key).statements[0]].literal;
}

function moveHint(event) {
  const box = byId("sheet").getBoundingClientRect();
  const hint = byId("hint");
  const [x, y] = [event.clientX - box.left, event.clientY - box.top];
  hint.style.left = `${Math.min(x + 14, box.width - hint.offsetWidth - 8)}px`;
  hint.style.top = `${Math.min(y + 18, box.height - hint.offsetHeight - 8)}px`;
}

// -- moving and zooming ------------------------------------------------------------------------------------------------

function onCanvasKey(event) {
  const pan = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  if (pan) moveBy(pan);
  else if (event.key === "+" || event.key === "=") zoomBy(1.25);
  else if (event.key === "-") zoomBy(0.8);
  else if (event.key === "0") fit();
  else return;
  event.preventDefault();
}

function moveBy([x, y]) {
  const { network } = drawing;
  const position = network.getViewPosition();
  const step = PAN / network.getScale();
  network.moveTo({ position: { x: position.x + x * step, y: position.y + y * step } });
}

function zoomBy(factor) {
  drawing.network.moveTo({ scale: drawing.network.getScale() * factor, animation: motion() });
}

function motion() {
  return calm.matches || drawing.points.size > 400 ? false : { duration: 250, easingFunction: "easeInOutQuad" };
}

/** Shows everything, or where everything would be too small, what surrounds the best connected. */
function fit() {
  drawing.unseen = byId("sheet").hidden;
  if (drawing.unseen || !drawing.points.size) return;
  showBoxes(boxesOf([...drawing.points.keys()]), { largest: 1.2 });
  if (byId("canvas").clientWidth < NARROW && drawing.network.getScale() < LEGIBLE) {
    const { x, y } = byImportance()[0][1];
    drawing.network.moveTo({ position: { x, y }, scale: LEGIBLE, animation: false });
  }
}

/** The part of the drawing, in pixels, that nothing lies over: on narrow windows the panel does. */
function openWindow() {
  const { clientWidth, clientHeight } = byId("canvas");
  const panel = byId("panel");
  const over =
    getComputedStyle(panel).position === "fixed" && panel.classList.contains("open") ? panel.offsetHeight : 0;
  return { width: clientWidth, height: Math.max(clientHeight - over, 120), over };
}

function boxesOf(keys) {
  const positions = drawing.network.getPositions(keys);
  return keys.flatMap((key) => nodeBoxes(nodeOf(key), positions[key]));
}

/** Zooms and moves so that the boxes fill the window, no larger than `largest`. */
function showBoxes(boxes, { largest, animation = false }) {
  if (!boxes.length) return;
  const all = boxes.reduce((a, b) => ({
    left: Math.min(a.left, b.left),
    right: Math.max(a.right, b.right),
    top: Math.min(a.top, b.top),
    bottom: Math.max(a.bottom, b.bottom),
  }));
  const { width, height, over } = openWindow();
  const scale = Math.max(
    Math.min(
      (width - 2 * MARGIN - BUTTONS) / (all.right - all.left),
      (height - 2 * MARGIN) / (all.bottom - all.top),
      largest,
    ),
    0.01,
  );
  const position = {
    x: (all.left + all.right + BUTTONS / scale) / 2,
    y: (all.top + all.bottom) / 2 + over / 2 / scale,
  };
  drawing.network.moveTo({ position, scale, animation });
}

/** Brings nodes into view, without a jump if they are there already. */
function reveal(keys) {
  const known = keys.filter((key) => drawing.points.has(key));
  if (!known.length || byId("sheet").hidden) return;
  const view = visibleBox();
  const boxes = boxesOf(known);
  const inside = boxes.every(
    (box) => box.left > view.left && box.right < view.right && box.top > view.top && box.bottom < view.bottom,
  );
  const scale = drawing.network.getScale();
  if (!inside || scale < 0.45) showBoxes(boxes, { largest: Math.max(Math.min(scale, 1.2), 0.75), animation: motion() });
}

function savePicture() {
  const source = byId("canvas").querySelector("canvas");
  const copy = el("canvas", { width: source.width, height: source.height });
  const context = copy.getContext("2d");
  context.fillStyle = colour("paper");
  context.fillRect(0, 0, copy.width, copy.height);
  context.drawImage(source, 0, 0);
  el("a", { href: copy.toDataURL("image/png"), download: `${document.title}.png` }).click();
}
