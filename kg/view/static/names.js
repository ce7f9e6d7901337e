// The names of nodes. Near by each stands under its node; from afar they are drawn as on a map: the best connected
// first, at a size that can always be read, and none over another.

const LEAST = 11.5; // pixels on the screen that a name is never smaller than
const NATURAL = 0.66; // zoom from which names are as large as they are, and there is room for all of them
const MANY_SHAPES = 300; // nodes up to which names keep off their shapes
const MANY_NAMES = 120; // at most at a time from afar

/** Draws the names of entities; those for which `faded(key)` recede. */
function drawNames(context, faded) {
  const scale = drawing.network.getScale();
  const view = visibleBox();
  const ranked = byImportance();
  const taken = new Grid(
    ranked.length < MANY_SHAPES ? ranked.map(([key, point]) => nodeBoxes(nodeOf(key), point)[0]) : [],
    120 / scale,
  );
  Object.assign(context, {
    textAlign: "center",
    textBaseline: "middle",
    lineJoin: "round",
    lineWidth: 3.5 / scale,
    strokeStyle: colour("paper"),
  });
  let left = MANY_NAMES;
  for (const [key, point] of ranked) {
    const name = nameOf(nodeOf(key), point, scale);
    if (!name || left <= 0 || !overlap(view, name.box)) continue;
    if (name.natural || (!faded(key) && taken.isFree(name.box))) {
      taken.add(name.box);
      drawName(context, name, colour(faded(key) ? "faded-ink" : "ink"));
      left -= name.natural ? 0 : 1;
    }
  }
}

/** Lines, size and box of a node's name at this zoom; none for a phrase, which stands in its box. */
function nameOf(node, { x, y }, scale) {
  if (node.literal) return null;
  const natural = scale >= NATURAL;
  const size = natural ? node.fontSize : LEAST / scale;
  const lines = node.label.split("\n");
  const height = lines.length * size * 1.2;
  const width = Math.max(...lines.map((line) => widthOf(line))) * size;
  const middle = y + node.size + 4 + height / 2;
  return { lines, size, natural, x, middle, box: boxAround({ x, y: middle }, { width, height }) };
}

const widths = new Map();
const ruler = document.createElement("canvas").getContext("2d");
ruler.font = `100px ${FONT}`;

/** The width of a text at one pixel of size. */
function widthOf(text) {
  if (!widths.has(text)) widths.set(text, ruler.measureText(text).width / 100);
  return widths.get(text);
}

function drawName(context, { lines, size, x, middle }, ink) {
  context.font = `${size}px ${FONT}`;
  context.fillStyle = ink;
  lines.forEach((line, i) => {
    const y = middle + (i - (lines.length - 1) / 2) * size * 1.2;
    context.strokeText(line, x, y);
    context.fillText(line, x, y);
  });
}

/** Pairs of key and point, the largest nodes first. */
function byImportance() {
  drawing.ranked ??= [...drawing.points.keys()].sort((a, b) => nodeOf(b).size - nodeOf(a).size || a - b);
  const positions = drawing.network.getPositions(drawing.ranked);
  return drawing.ranked.map((key) => [key, positions[key]]);
}

/** What a node takes up: its shape, and the name below it; of a phrase its box. */
function nodeBoxes(node, { x, y }) {
  const lines = node.label.split("\n");
  const [width, height] = [Math.max(...lines.map(widthOf)) * node.fontSize, lines.length * node.fontSize * 1.2];
  if (node.literal) return [boxAround({ x, y }, { width: width + 20, height: height + 16 })];
  const shape = boxAround({ x, y }, { width: 2 * node.size, height: 2 * node.size });
  return [shape, boxAround({ x, y: y + node.size + 4 + height / 2 }, { width: width + 6, height })];
}

/** The key of the node whose name is at a point of the sheet. */
function nameAt({ x, y }) {
  const scale = drawing.network.getScale();
  const spot = { left: x, right: x, top: y, bottom: y };
  const found = byImportance().find(([key, point]) => {
    const name = nameOf(nodeOf(key), point, scale);
    return name?.natural && overlap(name.box, spot);
  });
  return found?.[0];
}
