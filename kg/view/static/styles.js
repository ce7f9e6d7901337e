// How nodes and edges look on the canvas; colours come from the style sheet.

const DASHES = { asserted: false, reported: [9, 5], planned: [9, 5], possible: [2, 5], hypothetical: [2, 5] };
const BEND = 36; // pixels between the middles of edges that join the same two nodes
const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
const bends = bendsOfEdges();

/** For each edge how many steps it bends aside: those of one pair of nodes fan out evenly. */
function bendsOfEdges() {
  const pairs = new Map();
  for (const { id, from, to } of model.edges) {
    const pair = `${Math.min(from, to)} ${Math.max(from, to)}`;
    pairs.set(pair, [...(pairs.get(pair) ?? []), id]);
  }
  const found = new Map();
  for (const ids of pairs.values()) ids.forEach((id, i) => found.set(id, i - (ids.length - 1) / 2));
  return found;
}

function nodeStyle(node, [x, y], faded) {
  return { id: node.id, x, y, ...(node.literal ? literalStyle(node, faded) : entityStyle(node, faded)) };
}

function entityStyle(node, faded) {
  const entity = model.entities[node.id];
  const { shape, family } = model.types[entity.type];
  const fill = colour(faded ? "faded" : `family-${family}`);
  const chosen = { background: fill, border: colour("ink") };
  return {
    shape,
    size: shape === "star" ? node.size * 1.35 : node.size,
    color: { background: fill, border: colour("paper"), highlight: chosen, hover: chosen },
    borderWidth: drawing.large ? 0 : 2,
    borderWidthSelected: 3,
  };
}

function literalStyle(node, faded) {
  const box = { background: colour(faded ? "paper" : "literal"), border: colour(faded ? "faded" : "literal-line") };
  const chosen = { background: colour("literal"), border: colour("ink") };
  return {
    shape: "box",
    label: node.label,
    margin: 7,
    color: { ...box, highlight: chosen, hover: chosen },
    borderWidth: 1,
    shapeProperties: { borderRadius: 3 },
    font: { face: FONT, color: colour(faded ? "faded-ink" : "ink"), size: node.fontSize },
  };
}

function edgeStyle(edge, points, faded) {
  const statement = model.statements[edge.statements[0]];
  const line = colour(faded ? "faded" : `status-${statusOf(statement)}`);
  const directed = !model.relations[statement.relation].symmetric;
  return {
    id: edge.id,
    from: edge.from,
    to: edge.to,
    color: { color: line, highlight: line, hover: line, opacity: drawing.large ? 0.4 : 1 },
    dashes: DASHES[statement.modality],
    width: 1.5 + Math.min(Math.log2(edge.statements.length), 3) / 2,
    arrows: { to: { enabled: directed, scaleFactor: 0.55 } },
    ...curve(edge, points),
  };
}

function curve(edge, points) {
  const bend = bends.get(edge.id);
  if (edge.from === edge.to) return { selfReference: { size: 22 + 12 * Math.abs(bend), angle: Math.PI / 4 } };
  if (bend === 0) return { smooth: { enabled: false } };
  const [from, to] = [points.get(edge.from), points.get(edge.to)];
  const side = edge.from < edge.to ? bend : -bend;
  const roundness = roundnessFor(Math.abs(bend) * BEND, Math.hypot(to[0] - from[0], to[1] - from[1]));
  return { smooth: { enabled: true, type: side > 0 ? "curvedCW" : "curvedCCW", roundness } };
}

/** vis-network's roundness for a curve whose middle is `aside` pixels off the straight line of this length. */
function roundnessFor(aside, length) {
  const offset = (r) => ((0.5 + 0.5 * r) * length * Math.sin((r * Math.PI) / 2)) / 2;
  let [low, high] = [0, 0.8];
  for (let i = 0; i < 16; i += 1) {
    const middle = (low + high) / 2;
    if (offset(middle) < aside) low = middle;
    else high = middle;
  }
  return low;
}
